package io.goldenpath.demo;

import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Other ways to give the right answer. */
public enum AnswerVariant implements Variant {
  ANSWER_IN_OBJECT(
      "Gives the answer in an object.", shaped(answer -> Json.object().put("text", answer))),
  ANSWER_DEEP_INSIDE(
      "Gives the answer deep inside an object.",
      shaped(answer ->
          Json.MAPPER
              .createObjectNode()
              .set(
                  "report",
                  Json.object()
                      .set(
                          "sections",
                          Json.MAPPER.createArrayNode().add(Json.object().put("body", answer)))))),
  ANSWER_IN_LIST("Gives the answer as a list of sentences.", shaped(answer -> sentences(answer))),
  SUM_AS_NUMBER(
      "Gives the sum as a number beside the text.",
      new Play.AtMessage((run, scene) -> Answers.replaced(run, apart(scene.request())))),
  ANSWER_BEFORE_METADATA(
      "Gives the answer beside a list of what it rests on.",
      Play.run(run ->
          run.changed(
              Event.COMPLETED,
              event -> event.with(body -> body.putArray("sources").add("calculator"))))),
  MARKDOWN(
      "Sets the code and the sum in bold.",
      Play.run(run ->
          Answers.reworded(
              run,
              answer ->
                  answer
                      .replaceAll("is (\\w+)\\.", "is **$1**.")
                      .replaceAll("= (\\d+)", "= **$1**")))),
  SUM_IN_CODE(
      "Sets the sum as code.",
      Play.run(run -> Answers.reworded(run, answer -> answer.replaceAll("= (\\d+)", "= `$1`")))),
  SUM_AS_FORMULA(
      "Sets the sum as a formula.",
      Play.run(run ->
          Answers.reworded(run, answer -> answer.replaceAll("= (\\d+)\\.", "\\\\(= $1\\\\)")))),
  SUM_WITH_EXCLAMATION(
      "Is proud of the sum.",
      Play.run(run -> Answers.reworded(run, answer -> answer.replaceAll("(\\d+)\\.$", "$1!")))),
  SUM_IN_PARENTHESES(
      "Sets the sum in parentheses.",
      Play.run(run ->
          Answers.reworded(run, answer -> answer.replaceAll("= (\\d+)\\.", "is the sum ($1)")))),
  QUESTION_REPEATED(
      "Repeats the question before it answers.",
      new Play.AtMessage((run, scene) ->
          Answers.reworded(run, answer -> "You asked: " + scene.text() + "\n" + answer))),
  ANSWER_OVER_MANY_LINES(
      "Breaks a line after each sentence.",
      Play.run(run -> Answers.reworded(run, answer -> answer.replace(". ", ".\r\n\r\n")))),
  LONG_ANSWER(
      "Says much more than it was asked.",
      Play.run(
          run -> Answers.reworded(run, answer -> answer + " I was happy to help.".repeat(200)))),
  ANSWER_SPEAKS_OF_ERRORS(
      "Says that no error occurred and nothing failed.",
      Play.run(run ->
          Answers.reworded(run, answer -> "No error occurred, and nothing failed: " + answer))),
  ANSWER_REGRETS_NOTHING(
      "Begins politely, as if it were to apologise.",
      Play.run(run -> Answers.reworded(run, answer -> "Sorry to keep you waiting! " + answer))),
  ANSWER_IN_ANOTHER_LANGUAGE(
      "Answers in another language.",
      Play.run(run ->
          Answers.reworded(
              run,
              answer ->
                  answer
                      .replace("Your code is", "Ihr Code lautet")
                      .replace("I added it up:", "Die Summe beträgt:")))),
  SUCCESS_SAID(
      "Says that it had success.",
      Play.run(run ->
          run.changed(
              Event.COMPLETED,
              event -> event.with(body -> body.put("success", true).put("real_llm_used", true)))));

  private final String sentence;
  private final Play play;

  AnswerVariant(String sentence, Play play) {
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

  private static Play shaped(Function<String, JsonNode> shape) {
    return new Play.AtMessage(
        (run, scene) -> Answers.replaced(run, shape.apply(scene.request().answer())));
  }

  private static JsonNode sentences(String answer) {
    ArrayNode list = Json.MAPPER.createArrayNode();
    Pattern.compile("(?<=\\.) ").splitAsStream(answer).forEach(list::add);
    return list;
  }

  private static JsonNode apart(Understood request) {
    ObjectNode answer = Json.object().put("code", request.code());
    Understood.Addition addition = request.addition();
    return addition == null ? answer : answer.put("sum", addition.sum());
  }
}
