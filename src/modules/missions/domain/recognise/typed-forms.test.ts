/** Forms as converters and hands write them: a cell a line, numbers of parts before those of questions, columns of blanks. */
import { describe, expect, test } from 'vitest';
import { AssistancePlan, MissionApplication } from '#kernel/reading/missions.ts';
import { control, paragraph } from '../../../../testing/docx.ts';
import { docxSource, textSource } from '../../../../testing/source.ts';
import { assistancePlanRecogniser, missionApplicationRecogniser } from './recognisers.ts';

const readOffer = (text: string): AssistancePlan =>
  AssistancePlan.parse(assistancePlanRecogniser.recognise(textSource(text)).record);

const asked = (question: string, ...answer: string[]): string =>
  paragraph(question) + control({ tag: 'answer' }, answer.map((one) => paragraph(one)).join(''));

describe('applications', () => {
  test('a line a cell; questions numbered B1 to B7; contacts in a part of their own', () => {
    const source = textSource(`
CARIBBEAN AND PACIFIC TELECOMMUNICATIONS ASSOCIATION

TECHNICAL COOPERATION FACILITY 2025

APPLICATION FORM FOR EXPERT ASSISTANCE

PART A: APPLICANT

	Applying country:
	Solomon Islands

	Applying organization:
	Telecommunications Commission of Solomon Islands (TCSI)

	Name of project:
	National roaming regulation for the outer provinces


PART B: PROPOSAL

	B1.
	What policy or regulatory issue do you wish to address?

Only one of two operators covers the outer provinces.
Customers of the other operator cannot call outside Honiara.
	B2.
	What kind of support do you require from the Association?

An expert in roaming charges for about 15 days.
	B3.
	How will the result of the assistance contribute to policy making?

The Commission will issue a determination under the Telecommunications Act.
	B4.
	What is the current status of the policy? Please list measures prepared or in force.

A consultation paper was published in October 2024.
Two operators have commented.
	B5.
	Which other agencies or stakeholders will take part?

Ministry of Communication and Aviation
Solomon Telekom
Consumer Affairs Division
	B6.
	Expected outputs (mark all that apply)

[x]	Workshop or awareness event
[ ]	Training
[x]	Technical report
[x]	Draft regulation
[ ]	Policy design
[ ]	System development
[ ]	Other:
	B7.
	When should the assistance take place?

Between August and October 2025

PART C: CONTACT POINT

	Name:
	Mr. Alwyn Danitofea

	Position:
	Director Legal

	E-mail:
	alwyn@tcsi.example

	Phone:
	+677 555 22
`);
    expect(missionApplicationRecogniser.suits(source).score).toBeGreaterThanOrEqual(0.5);
    const record = MissionApplication.parse(missionApplicationRecogniser.recognise(source).record);
    expect(Object.values(record.answers).map(({ numberPrinted, text }) => [numberPrinted, text.length])).toEqual([
      ['B1.', 2],
      ['B2.', 1],
      ['B3.', 1],
      ['B4.', 2],
      ['B5.', 3],
      ['B6.', 7],
      ['B7.', 1],
    ]);
    expect(record.expectedOutcomes.codes).toEqual(['awareness', 'analysis_report', 'drafting_regulations']);
    expect(record.timeline.map(({ from, to }) => [from, to])).toEqual([['2025-08', '2025-10']]);
  });

  test('a Word form with controls: in what way results support a policy, which results are expected', async () => {
    const source = await docxSource({
      body: [
        paragraph('Member country: Palau'),
        paragraph('Designated operator or ministry: Palau Post'),
        paragraph('Project name: Customs data'),
        asked('Question 1: Describe the policy issue for which assistance is needed.', 'Parcels are delayed.'),
        asked('Question 2: What assistance is required?', 'A customs expert'),
        asked('Question 3: In what way will the expected result support national policy?', 'The roadmap of 2027'),
        asked('Question 4: What is the present state of the policy?', 'A draft exists.'),
        asked('Question 5: Which other bodies will be involved?', 'Customs'),
        asked('Question 6: Which results do you expect? (more than one possible)', '☐ Workshop', '☒ Training course'),
        asked('Question 7: When should the mission take place?', 'March to April 2026'),
      ].join(''),
    });
    const record = MissionApplication.parse(missionApplicationRecogniser.recognise(source).record);
    expect(record.organisation).toBe('Palau Post');
    expect(record.answers.policy_contribution.text).toEqual(['The roadmap of 2027']);
    expect(record.expectedOutcomes).toEqual({ state: 'given', codes: ['training'], candidate: null });
  });
});

describe('plans of assistance', () => {
  test('a line a cell: rows of the cost table have the numbers of parts; the organiser is called the Agency', () => {
    const record = readOffer(`
INTERNATIONAL NURSING AND HEALTH AGENCY

OFFER OF ASSISTANCE
Expert Missions 2026

1. OFFER

1.1	Topic / country concerned
Cold chain monitoring, Lao PDR

1.2	Description of the assistance offered
a) Review of vaccine stores in four provinces
b) Training of 20 technicians
c) Procurement specification for temperature loggers

1.3	Proposed dates
February 2026: review of stores
April to May 2026: training

1.4	Expected results
A report with a costed plan
20 trained technicians

1.5	Additional remarks
Interpretation from Lao into English is needed.

2. BUDGET

2.1	Estimated cost by item

	Item
	Description
	Cost (USD)
	To be borne by

	1
	International travel, two experts
	5,200
	Agency

	2
	Consultancy fees, 12 days
	9,600
	Hanoi Cold Chain Institute

	3
	Printing of training material
	450
	Hanoi Cold Chain Institute

	4
	Local transport and venue
	1,800
	Ministry of Health, Lao PDR

	
	Total
	17,050


2.2	Items for which funding by the Agency is requested
International travel for two experts

3. PROPOSED EXPERTS

	Name
	Organisation
	Phone
	E-mail

	Dr. Tran Quoc Bao
	Hanoi Cold Chain Institute
	+84 555 1000
	bao@hcci.example

	Ms. Keo Phommachanh
	Mekong Logistics Centre
	+856 555 2000
	keo@mlc.example
`);
    expect(record.costs.map(({ category, amount, payers }) => [category, amount?.value, payers[0]?.who])).toEqual([
      ['travel', '5200', 'apt'],
      ['fee', '9600', 'offerer'],
      ['documentation', '450', 'offerer'],
      ['travel', '1800', 'beneficiary'],
    ]);
    expect(record.requestedFromOrganiser).toEqual({ state: 'given', items: ['International travel for two experts'] });
  });

  test('questions as one asks them, with bare numbers', () => {
    const record = readOffer(`
Expression of interest: support to a requesting member
Oceanic Health Agency – Expert Missions 2027

1  Which request do you respond to?
Samoa: telemedicine in village clinics

2  What will you do?
Needs assessment in six clinics
Pilot with two clinics

3  When?
From May 2027 to August 2027

4  What will be delivered?
Assessment report
Pilot evaluation

5  What does it cost, and who pays?
Flights: USD 3,900 (to be paid by the Agency)
Accommodation: USD 2,400 (to be paid by the Agency)
Working time of two experts, 24 days: NZD 19,200 (own contribution)
Medical devices for the pilot: NZD 6,000 (Ministry of Health, Samoa)

6  What do you ask the Agency to pay?
Flights and accommodation

7  Who will carry out the mission?
Dr. Hemi Parata, Aotearoa Telehealth Institute, hemi@ati.example
Ms. Louise Tavita, Pacific Clinics Network

8  Anything else?
We would like to begin with an online meeting.
`);
    expect([record.interest, record.details, record.outcomes.length, record.others.length]).toEqual([
      'Samoa: telemedicine in village clinics',
      ['Needs assessment in six clinics', 'Pilot with two clinics'],
      2,
      1,
    ]);
    expect(record.schedule.map(({ from, to }) => [from, to])).toEqual([['2027-05', '2027-08']]);
    expect(record.costs.map(({ category, amount, payers }) => [category, amount?.value, payers])).toEqual([
      ['travel', '3900', [{ who: 'apt', share: 1 }]],
      ['travel', '2400', [{ who: 'apt', share: 1 }]],
      ['fee', '19200', [{ who: 'offerer', share: 1 }]],
      ['logistics', '6000', [{ who: 'beneficiary', share: 1 }]],
    ]);
    expect(record.requestedFromOrganiser.items).toEqual(['Flights and accommodation']);
    expect(record.experts.map(({ name }) => name)).toEqual(['Dr. Hemi Parata', 'Ms. Louise Tavita']);
  });

  test('everyday words, columns of blanks, what the organiser is asked to cover', () => {
    const record = readOffer(`
HANBIT COOPERATION AGENCY
Form EM-2: Proposal of support by an expert institution

Ref. No.: EM-2026-014
Name of institution: Hanbit Spectrum Research Centre

A. Request responded to
   Kiribati – Spectrum monitoring system

B. Support proposed
   1. Site survey on Tarawa and Kiritimati
   2. Design of two fixed monitoring stations
   3. One-week course for engineers

C. Time frame
   Mid-April 2026 to end of June 2026

D. Results to be achieved
   - Site survey report
   - Technical specification for tender
   - Ten engineers trained

E. Costs
   Airfares (3 experts)          USD 7,500    Agency
   Daily subsistence             USD 6,300    Agency 60%, Centre 40%
   Consultancy (30 days)         USD 18,000   Centre
   Course material               USD 500      Ministry, Kiribati

F. Costs the Agency is asked to cover
   Airfares, and 60% of daily subsistence

G. Team of experts
   Dr. Kim Min-seo, Hanbit Spectrum Research Centre, min-seo@hsrc.example
   Mr. Teburoro Ioane, Gilbert Radio Consultants, +686 555 1000

H. Remarks
   The Ministry is asked to provide a vehicle.
`);
    expect([record.interest, record.details.length, record.outcomes.length, record.others.length]).toEqual([
      'Kiribati – Spectrum monitoring system',
      3,
      3,
      1,
    ]);
    expect(record.costs.map(({ category, amount, payers }) => [category, amount, payers])).toEqual([
      ['travel', { value: '7500', currency: 'USD' }, [{ who: 'apt', share: 1 }]],
      [
        'travel',
        { value: '6300', currency: 'USD' },
        [
          { who: 'apt', share: 0.6 },
          { who: 'offerer', share: 0.4 },
        ],
      ],
      ['fee', { value: '18000', currency: 'USD' }, [{ who: 'offerer', share: 1 }]],
      ['documentation', { value: '500', currency: 'USD' }, [{ who: 'beneficiary', share: 1 }]],
    ]);
    expect(record.requestedFromOrganiser.items).toEqual(['Airfares, and 60% of daily subsistence']);
    expect(record.experts.map(({ name }) => name)).toEqual(['Dr. Kim Min-seo', 'Mr. Teburoro Ioane']);
  });
});
