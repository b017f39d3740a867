package io.goldenpath.demo;

/** What is wrong with the answer. */
public enum AnswerFault implements Fault {
  BLANK_ANSWER(
      "Completes with an answer of blanks.", Play.run(run -> Answers.replaced(run, " \n "))),
  NULL_ANSWER(
      "Completes with null for an answer.",
      Play.run(run ->
          run.changed(Event.COMPLETED, event -> event.with(body -> body.putNull("result"))))),
  EMPTY_OBJECT_ANSWER(
      "Completes with an object that has nothing in it.",
      Play.run(run -> Answers.replaced(run, Json.object()))),
  BLANK_OBJECT_ANSWER(
      "Completes with an object whose texts are all blank.",
      Play.run(run -> Answers.replaced(run, Json.object().put("text", "").put("summary", " ")))),
  EMPTY_LIST_ANSWER(
      "Completes with a list of nothing.",
      Play.run(run -> Answers.replaced(run, Json.MAPPER.createArrayNode()))),
  ERROR_FOR_ANSWER(
      "Completes with an error text in place of an answer.",
      Play.run(run -> Answers.replaced(run, "Error: agent execution failed"))),
  TRACEBACK_FOR_ANSWER(
      "Completes with the trace of an exception in place of an answer.",
      Play.run(run ->
          Answers.replaced(run, "Traceback (most recent call last): KeyError: 'supervisor'"))),
  APOLOGY_FOR_ANSWER(
      "Completes with an apology in place of an answer.",
      Play.run(run ->
          Answers.replaced(
              run, "I'm sorry, but something went wrong while I worked on your request."))),
  COMPLETED_WITHOUT_SUCCESS(
      "Completes and says that it had no success.",
      Play.run(run ->
          run.changed(
              Event.COMPLETED,
              event ->
                  event.with(
                      body -> body.put("success", false).put("result", "No answer was found"))))),
  COMPLETED_AS_FAILED(
      "Completes with the status `failed`.",
      Play.run(run ->
          run.changed(
              Event.COMPLETED,
              event ->
                  event.with(
                      body -> body.put("status", "failed").put("result", "Model not reachable"))))),
  CODE_LEFT_OUT(
      "Adds up and does not repeat the code.",
      Play.run(run ->
          Answers.reworded(run, answer -> answer.replaceAll("code is \\w+", "code is noted")))),
  CODE_OF_ANOTHER(
      "Repeats another code than it was asked to.",
      Play.run(run ->
          Answers.reworded(
              run, answer -> answer.replaceAll("code is \\w+", "code is QWERTZUIOP")))),
  SUM_LEFT_OUT(
      "Repeats the code and does not add up.",
      Play.run(run -> Answers.reworded(run, answer -> answer.replaceAll(" = \\d+", " = ?")))),
  SUM_IN_A_LONGER_NUMBER(
      "Gives the sum within a longer number.",
      Play.run(run -> Answers.reworded(run, answer -> answer.replaceAll("= (\\d+)", "= 7$10")))),
  ANSWER_TO_ANOTHER_QUESTION(
      "Answers a question that was not asked.",
      Play.run(run -> Answers.replaced(run, "Your code is QWERTZUIOP. I added it up: 1 + 1 = 2."))),
  ANSWER_CUT_SHORT(
      "Stops in the middle of the answer.",
      Play.run(run -> Answers.reworded(run, answer -> answer.substring(0, 12))));

  private final String sentence;
  private final Play play;

  AnswerFault(String sentence, Play play) {
    this.sentence = sentence;
    this.play = play;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Play play() {
    return play;
  }
}
