/** What is none of our kinds is told to be none; each text is written as people write such things. */
import { expect, test } from 'vitest';
import { readText } from '#formats/text/reader.ts';
import { understand } from '#modules/intake/domain/understand.ts';

const unrelated: Record<string, string> = {
  news: `Island ferry returns after two years
SUVA, 4 May 2026 – The ferry between the outer islands sailed again on Monday, two years after the storm.
"We are glad," said Ana Moana, director of the Harbour Board. About 300 people came to the quay.
The government plans to buy a second ship by 2028. Its goal is a service on every day of the week.
Objectives of the new line were not announced.`,
  contract: `CONTRACT FOR SERVICES
This contract is made on 3 March 2026 between Reef Bank (the "Client") and Light Works Ltd (the "Contractor").
1. Scope
1.1 The Contractor shall deliver the services described in Annex A.
1.2 The Client shall provide access to its premises.
2. Fees
2.1 The Client shall pay USD 12,000 within 30 days of each invoice.
2.2 Travel is paid separately.
3. Term
3.1 This contract ends on 31 December 2026.
4. Termination
4.1 Either party may terminate with 30 days' notice.
IN WITNESS WHEREOF the parties have signed.
Name: Ana Moana
Title: Director`,
  email: `From: Ana
To: Sione
Subject: Re: slides for Thursday
Hi Sione,
thanks for the slides. Could you
- add the map,
- shorten page 4,
- check the figures for 2025?
We meet at 9:30 in the small room. The agenda is the same as last time.
Best,
Ana`,
  code: `import { readFile } from 'node:fs/promises';
/** Objective: read the plan. */
export async function main(path) {
  const text = await readFile(path, 'utf8'); // may be long
  if (text.includes('Goal 1:')) return { outcome: 1, output: 'done' };
  return null;
}`,
  cv: `Ana Moana
Engineer
Objective
A post in network planning.
Experience
2021–2026 Head of Networks, Reef Telecom
- planned 40 towers
- led a team of six
2017–2021 Engineer, Tide Office
Education
2017 Master of Engineering, Coast University
Skills
Radio planning; project management
Languages
English, Samoan
References on request`,
  invoice: `INVOICE No. 2026-118
Date: 12 May 2026
Bill to: Reef Bank
Description\tQty\tUnit price\tAmount
Consulting fee\t10\tUSD 600\tUSD 6,000
Air fare\t1\tUSD 1,200\tUSD 1,200
Total\t\t\tUSD 7,200
Payment terms: 30 days`,
  recipe: `Coconut fish
Serves 4
1. Cut the fish.
2. Squeeze the limes.
3. Add coconut milk.
Notes
- Use fresh fish.
- Serve cold.`,
  job: `Vacancy: Programme Officer
Organisation: Reef Institute
Country: Samoa
Deadline: 30 June 2026
Main duties
1. Support the director in planning.
2. Draft reports.
Requirements
- A degree in economics
- Five years of experience
How to apply: send a letter and your CV.`,
  terms: `Terms of reference: evaluation of the school project
1. Background
The project began in 2022.
2. Purpose and objectives
The evaluation will look at relevance and results.
3. Scope of work
The consultant will visit six schools.
4. Deliverables
Inception report; final report
5. Timeline
June to August 2026
6. Budget
The ceiling is EUR 20,000.`,
  paper: `Interference in island networks: a survey
Abstract. We study interference on 40 islands and report results.
1 Introduction
Earlier work looked at cities [1, 2].
2 Method
2.1 Data
We collected data from 2019 to 2023.
2.2 Model
The model has three parameters.
3 Results
Table 1 shows the results. The outcome is significant.
4 Conclusions
More measurements are needed.
References
[1] A. Moana, Waves, 2018.`,
  syllabus: `Course outline: spectrum management
Monday
09:00 – 10:30 Basics
11:00 – 12:30 Exercises
Tuesday
09:00 – 10:30 Auctions
Learning outcomes
- Know the bands
- Plan a network
Assessment: one test`,
  log: Array.from(
    { length: 30 },
    (_, at) => `2026-05-04 10:${String(at).padStart(2, '0')}:12 INFO job ${at} done`,
  ).join('\n'),
  csv: `country,organisation,title,year
Samoa,Tide Office,Fair prices,2026
Tonga,Reef Board,Safe cables,2026
Fiji,Harbour Board,Lights,2025`,
  leave: `Application for leave
Name: Ana Moana
Organisation: Reef Bank
Country: Samoa
1. Reason for leave
Family visit
2. Period
4 to 18 May 2026
3. Who will replace you?
Sione Vaka
Signature: ______`,
  visa: `VISA APPLICATION FORM
Country: Samoa
Name of organisation: Reef Bank
1. What is the purpose of your visit?
Meeting
2. How long will you stay?
One week
3. Where will you stay?
Hotel
4. Who pays for your trip?
My employer`,
  survey: `Staff survey 2026
1. How satisfied are you with your office?
[ ] Very [x] Fairly [ ] Not
2. What problems do you see?
Noise
3. What support do you need from management?
More rooms
4. When did you join?
2021`,
  story: Array.from(
    { length: 12 },
    () => 'The sea was calm and the boat went slowly along the reef, and nobody said a word.',
  ).join('\n'),
  minutesOfCourt: `IN THE COURT OF APPEAL
Between Reef Bank (Appellant) and Light Works Ltd (Respondent)
JUDGMENT
[1] The appellant seeks leave to appeal.
[2] The respondent opposes.
[3] We decide that leave is refused.
Dated 4 May 2026`,
  readme: `# reef-tools
Tools for reef maps.
## Goals
- fast
- small
## Usage
1. Install it.
2. Run it.
## Roadmap
Version 2 by 2027`,
  newsletter: `Newsletter of the Tide Office, May 2026
Welcome to our new members!
Upcoming events
12 May 2026: open day
3 June 2026: workshop on tides
Staff news
Ms. Ana Moana joins as Director. Mr. Sione Vaka leaves us.
Photo of the month`,
  budget: `Budget 2026
Item\tAmount\tShare
Salaries\tUSD 120,000\t60%
Travel\tUSD 40,000\t20%
Rent\tUSD 40,000\t20%
Total\tUSD 200,000\t100%`,
  tender: `Invitation to tender No. 7/2026
The Harbour Board invites tenders for twelve lamps.
Closing date: 30 June 2026
1. Eligibility
Companies registered in Fiji
2. Delivery
Within 60 days
3. Evaluation
Price 70%, quality 30%
Annex 1: Specifications`,
};

test.each(Object.entries(unrelated))('%s is of no kind that is known here', (_, text) => {
  const { kind, record, findings } = understand(readText(text, 'x.txt'));
  expect([kind, record]).toEqual(['unknown', null]);
  expect(findings.map(({ rule }) => rule)).toContain('kind-unknown');
});
