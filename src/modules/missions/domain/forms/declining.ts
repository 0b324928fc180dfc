/** "None", "nil": an answer that asks for nothing. "N/A" is none of these: it may say that the question does not apply. */
const declining =
  /^(?:[-–•]\s)?(?:none|nil|no|nothing|not required|no support (?:is )?(?:needed|required|requested))(?: at all| of them)?\.?$/iu;

/** Whether every line of an answer says that nothing is asked for; false for an empty answer. */
export const asksForNothing = (text: string): boolean =>
  text.trim() !== '' && text.split('\n').every((line) => line.trim() === '' || declining.test(line.trim()));
