import { describe, expect, test } from 'vitest';
import { collectEvidence, type Evidence } from './evidence.ts';
import { endingOf, endingSeam } from './endings.ts';
import { isYounger, looksForward } from './dated.ts';
import { learnFrom, seamsIn } from './facts.ts';
import { runsWith } from './seams.ts';

/** What a document with these lines says about its words. */
function evidenceOf(...lines: string[]): Evidence {
  const evidence = collectEvidence(lines);
  learnFrom(lines, evidence);
  return evidence;
}

function split(text: string, ...document: string[]): string {
  const evidence = evidenceOf(text, ...document);
  return runsWith(text, seamsIn(text, evidence))
    .map(({ text, change }) => (change === 'same' ? text : change === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

describe('names of revisions', () => {
  test.each([
    ['(Rev. Busan, 2014DUBAI, 2018)', '(Rev. [-Busan, 2014-]{+DUBAI, 2018+})'],
    ['(Busan, 2014Dubai, 2018)', '([-Busan, 2014-]{+Dubai, 2018+})'],
    ['(Busan, 2014REV. DUBAI, 2018)', '([-Busan, 2014-]{+REV. DUBAI, 2018+})'],
    ['(Rev. Dubai, 2014Rev. Buenos Aires, 2017)', '([-Rev. Dubai, 2014-]{+Rev. Buenos Aires, 2017+})'],
    ['(Rev. DubaiBuenos Aires, 20142017)', '(Rev. [-Dubai-]{+Buenos Aires+}, [-2014-]{+2017+})'],
    ['(Rev. Buenos AiresDubai, 20142017)', '(Rev. {+Buenos Aires+}[-Dubai-], [-2014-]{+2017+})'],
    ['(Rev. Geneva, 20122015)', '(Rev. Geneva, [-2012-]{+2015+})'],
    ['(Rev. 20112016)', '(Rev. [-2011-]{+2016+})'],
    ['(Rev. Hyderabad, 2010 Buenos Aires, 2017)', '(Rev. [-Hyderabad, 2010-]{+ Buenos Aires, 2017+})'],
    ['(Rev. Dubai, 2012Hammamet 2016)', '(Rev. [-Dubai, 2012-]{+Hammamet 2016+})'],
    ['4 (Rev. Dubai, 2017)(Lagos, 2013)', '4 {+(Rev. Dubai, 2017)+}[-(Lagos, 2013)-]'],
  ])('%j', (text, expected) => {
    expect(split(text)).toBe(expected);
  });

  test.each([
    '(Rev. Dubai, 2014)',
    '(Geneva, 2003 and Tunis, 2005)',
    '(Antalya, 2006, and Guadalajara, 2010, and Busan, 2014)',
    '(Istanbul, 2002; Doha, 2006; and Dubai, 2014)',
    '(Geneva (2003) and Tunis (2005))',
    'from 20 October to 7 November 2014, in Busan',
  ])('%j is whole', (text) => {
    expect(split(text)).toBe(text);
  });
});

describe('places and conferences', () => {
  test('two places without a comma, ordered by what the document shows elsewhere', () => {
    const learned = 'Resolution 7 (Rev. Dubai, 2014Buenos Aires, 2017)';
    expect(split('of the Dubai Buenos Aires Action Plan,', learned)).toBe(
      'of the [-Dubai-]{+ Buenos Aires+} Action Plan,',
    );
    expect(split('the Buenos AiresDubai Declaration', learned)).toBe('the {+Buenos Aires+}[-Dubai-] Declaration');
    expect(split('of the Buenos Aires Action Plan', learned)).toBe('of the Buenos Aires Action Plan');
  });

  test('two-digit years of a conference', () => {
    expect(split('adopted by WTDC1417')).toBe('adopted by WTDC[-14-]{+17+}');
    expect(split('both WTSA12 16 and')).toBe('both WTSA[-12 -]{+16+} and');
    expect(split('adopted by WTDC-174 that')).toBe('adopted by WTDC-1{+7+}[-4-] that');
  });

  test.each(['since WTSA2000;', 'the WTDC14 meeting', 'of WTSA-16 and', 'by the RA 2015'])('%j is whole', (text) => {
    expect(split(text)).toBe(text);
  });
});

describe('years and numbers', () => {
  test.each([
    ['to the 2015 2019 session', 'to the [-2015-]{+ 2019+} session'],
    ['the plan for 2016-2019 2020-2023,', 'the plan for [-2016-2019-]{+ 2020-2023+},'],
    ['the plan for 2016-20192020-2023', 'the plan for [-2016-2019-]{+2020-2023+}'],
    ['sessions 20112015-2014 2018sessions', 'sessions [-2011-]{+2015+}-[-2014 -]{+2018+}sessions'],
    ['forums of the Union (20112015-20142018)', 'forums of the Union ([-2011-]{+2015+}-[-2014-]{+2018+})'],
    ['conference in 20182022,', 'conference in [-2018-]{+2022+},'],
    ['Resolution 68/19872/200 of', 'Resolution [-68/198-]{+72/200+} of'],
    ['in Annex 1 2 to this', 'in Annex [-1-]{+ 2+} to this'],
    ['a target of 50 per cent 33 per cent of all', 'a target of [-50 per cent-]{+ 33 per cent+} of all'],
  ])('%j', (text, expected) => {
    expect(split(text)).toBe(expected);
  });

  test('a period whose hyphen was lost is told by the document', () => {
    expect(split('the plan for 20162019', 'the plan for 2016-2019')).toBe('the plan for 20162019');
  });

  test('shared digits are read where the replacement is known', () => {
    expect(split('the "Voyage 203020" programme', 'the Voyage 2020 2030 programme')).toBe(
      'the "Voyage 20{+30+}[-20-]" programme',
    );
  });

  test.each([
    'for the 2030 2030 Agenda',
    'in 2016-2019 and 2020-2023',
    'a loan of 318 000 in total',
    'Annex 1 to this',
    'of 25 to 27 February',
    'Question 22-1/1 (routes)',
    'Question 221/1 (routes)',
    'tables 2014 2015 2016 2017 2018',
  ])('%j is whole', (text) => {
    expect(split(text)).toBe(text);
  });
});

describe('words', () => {
  test.each([
    ['by issuing RecommendationsCharts', 'by issuing RecommendationsCharts'],
    ['studyingStudying groups', '[-studying-]{+Studying+} groups'],
    ['the next conference Conference in', 'the next [-conference-]{+ Conference+} in'],
    ['of this Cconference,', 'of this [-C-]{+c+}onference,'],
    ['to ensure that the a coastal view is', 'to ensure that [-the-]{+ a+} coastal view is'],
    ['which may will help', 'which [-may-]{+ will+} help'],
    ['in preparing this evaluationreview, input', 'in preparing this [-evaluation-]{+review+}, input'],
    ['fosteredimproved', '[-fostered-]{+improved+}'],
    ['to provideto ensure input', '[-to provide-]{+to ensure+} input'],
    ['actions that promotesing the commitment', 'actions that promot[-es-]{+ing+} the commitment'],
  ])('%j', (text, expected) => {
    const vocabulary =
      'we improved the review and the evaluation; charts and recommendations; to ensure, to provide; fostered, improved, review, evaluation';
    expect(split(text, vocabulary, vocabulary)).toBe(expected);
  });

  test.each([
    'the ITUT and ITUR study groups',
    'IPbased and WSISrelated networks',
    'the OCUcoordinated event',
    'crossborder, peoplecentred and eapplication services',
    'privatesector participation',
    'multistakeholder interoperability and cyberthreats',
    'YouTube and WiFi in the OCUnet',
    'at https://ocean.example/reportdata/coastwatch now',
    'mentorship, repositioning and unresponsiveness',
    'that that is so',
  ])('%j is whole', (text) => {
    const vocabulary = 'the private sector, the people, the border, cross-border; ocean, coast, watch, report, data';
    expect(split(text, vocabulary, vocabulary)).toBe(text);
  });
});

describe('ends of clauses', () => {
  test.each([
    ['the cables,;', ',;'],
    ['the cables;, ', ';,'],
    ['the cables.;', '.;'],
    ['the cables;', ';'],
    ['ships, boats, etc.;', ';'],
    ['the cables', ''],
  ])('%j ends with %j', (text, ending) => {
    expect(endingOf(text)).toBe(ending);
  });

  test('which of two signs is old, the list says', () => {
    expect(endingSeam('the cables,;', true)?.edits).toEqual([
      { from: 10, to: 11, change: 'deleted' },
      { from: 11, to: 12, change: 'inserted' },
    ]);
    expect(endingSeam('the cables;,', false)?.edits).toEqual([
      { from: 10, to: 11, change: 'inserted' },
      { from: 11, to: 12, change: 'deleted' },
    ]);
    expect(endingSeam('the cables;', true)).toBeNull();
  });
});

describe('dates of clauses', () => {
  const years = { base: 2014, proposed: 2018 };

  test.each([
    'Resolution 9 (Rev. Hammamet, 2016) of the assembly',
    'UNGA Resolution 71/243, on the review',
    'the outcome of WTDC-17',
    'the report published in 2016',
    'the 2030 Agenda for Sustainable Development',
  ])('%j was written after 2014', (text) => {
    expect(isYounger(text, years)).toBe(true);
  });

  test.each([
    'UNGA Resolution 68/302, on the review',
    'the strategic plan for 2016-2019',
    'the plenipotentiary conference in 2018',
    'the meeting to be held in 2016',
    'Resolution 9 (Rev. Dubai, 2014)',
  ])('%j may be older', (text) => {
    expect(isYounger(text, years)).toBe(false);
  });

  test('a clause that looks forward to a year long past is hardly new', () => {
    expect(looksForward('to submit the outcome to the review in 2015;', years)).toBe(true);
    expect(looksForward('to submit the outcome to the review in 2021;', years)).toBe(false);
    expect(looksForward('that the group met in 2015;', years)).toBe(false);
  });
});

describe('words side by side', () => {
  test.each([
    ['to facilitate support the work of the office', 'to [-facilitate-]{+ support+} the work of the office'],
    ['that members should review study their charts', 'that members should [-review-]{+ study+} their charts'],
    ['to encourage invite ports to lay cables', 'to [-encourage-]{+ invite+} ports to lay cables'],
    ['requests instructs the Director', '[-requests-]{+ instructs+} the Director'],
    ['by promoting fostering the use of cables', 'by [-promoting-]{+ fostering+} the use of cables'],
    ['that the masts is are painted', 'that the masts [-is-]{+ are+} painted'],
    ['in line with its their mandate', 'in line with [-its-]{+ their+} mandate'],
    ['as set out in resolves 1 and, 2 and 3 above', 'as set out in resolves 1[- and-]{+,+} 2{+ and 3+} above'],
  ])('%j', (text, expected) => {
    expect(split(text)).toBe(expected);
  });

  test.each([
    'to ensure balance parity in committees',
    'to help improve the charts',
    'the barriers to study include the cost of ships',
    'to provide complete texts, and to ensure follow-up visits',
    'to support, promote and extend the network',
    'what they have had to do',
    'that the office supports reviews of its charts',
    'that the reports guides use the words of the members',
    'in developing countries providing the cables',
    'in 2014 and, in particular, in 2015 and 2016',
  ])('%j is whole', (text) => {
    expect(split(text)).toBe(text);
  });
});
