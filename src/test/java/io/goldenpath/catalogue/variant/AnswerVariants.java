package io.goldenpath.catalogue.variant;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.UserRequest;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Other ways to give the right answer. */
public final class AnswerVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour ANSWER_IN_OBJECT =
      GROUP.add(
          "answer_in_object",
          "Gives the answer in an object.",
          shaped(answer -> DemoJson.object().put("text", answer)));

  public static final DemoBehaviour ANSWER_DEEP_INSIDE =
      GROUP.add(
          "answer_deep_inside",
          "Gives the answer deep inside an object.",
          shaped(answer ->
              DemoJson.MAPPER
                  .createObjectNode()
                  .set(
                      "report",
                      DemoJson.object()
                          .set(
                              "sections",
                              DemoJson.MAPPER
                                  .createArrayNode()
                                  .add(DemoJson.object().put("body", answer))))));

  public static final DemoBehaviour ANSWER_IN_LIST =
      GROUP.add(
          "answer_in_list",
          "Gives the answer as a list of sentences.",
          shaped(answer -> sentences(answer)));

  public static final DemoBehaviour SUM_AS_NUMBER =
      GROUP.add(
          "sum_as_number",
          "Gives the sum as a number beside the text.",
          new FaultHook.AtMessage(
              (run, context) -> ScriptEdits.withAnswer(run, apart(context.request()))));

  public static final DemoBehaviour ANSWER_BEFORE_METADATA =
      GROUP.add(
          "answer_before_metadata",
          "Gives the answer beside a list of what it rests on.",
          FaultHook.run(run ->
              run.changeEvent(
                  DemoEvent.COMPLETED,
                  event -> event.with(body -> body.putArray("sources").add("calculator")))));

  public static final DemoBehaviour MARKDOWN =
      GROUP.add(
          "markdown",
          "Sets the code and the sum in bold.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(
                  run,
                  answer ->
                      answer
                          .replaceAll("is (\\w+)\\.", "is **$1**.")
                          .replaceAll("= (\\d+)", "= **$1**"))));

  public static final DemoBehaviour SUM_IN_CODE =
      GROUP.add(
          "sum_in_code",
          "Sets the sum as code.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(run, answer -> answer.replaceAll("= (\\d+)", "= `$1`"))));

  public static final DemoBehaviour SUM_AS_FORMULA =
      GROUP.add(
          "sum_as_formula",
          "Sets the sum as a formula.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(
                  run, answer -> answer.replaceAll("= (\\d+)\\.", "\\\\(= $1\\\\)"))));

  public static final DemoBehaviour SUM_WITH_EXCLAMATION =
      GROUP.add(
          "sum_with_exclamation",
          "Is proud of the sum.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(run, answer -> answer.replaceAll("(\\d+)\\.$", "$1!"))));

  public static final DemoBehaviour SUM_IN_PARENTHESES =
      GROUP.add(
          "sum_in_parentheses",
          "Sets the sum in parentheses.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(
                  run, answer -> answer.replaceAll("= (\\d+)\\.", "is the sum ($1)"))));

  public static final DemoBehaviour QUESTION_REPEATED =
      GROUP.add(
          "question_repeated",
          "Repeats the question before it answers.",
          new FaultHook.AtMessage((run, context) ->
              ScriptEdits.changeAnswer(
                  run, answer -> "You asked: " + context.text() + "\n" + answer)));

  public static final DemoBehaviour ANSWER_OVER_MANY_LINES =
      GROUP.add(
          "answer_over_many_lines",
          "Breaks a line after each sentence.",
          FaultHook.run(
              run -> ScriptEdits.changeAnswer(run, answer -> answer.replace(". ", ".\r\n\r\n"))));

  public static final DemoBehaviour LONG_ANSWER =
      GROUP.add(
          "long_answer",
          "Says much more than it was asked.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(
                  run, answer -> answer + " I was happy to help.".repeat(200))));

  public static final DemoBehaviour ANSWER_SPEAKS_OF_ERRORS =
      GROUP.add(
          "answer_speaks_of_errors",
          "Says that no error occurred and nothing failed.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(
                  run, answer -> "No error occurred, and nothing failed: " + answer)));

  public static final DemoBehaviour ANSWER_REGRETS_NOTHING =
      GROUP.add(
          "answer_regrets_nothing",
          "Begins politely, as if it were to apologise.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(run, answer -> "Sorry to keep you waiting! " + answer)));

  public static final DemoBehaviour ANSWER_IN_ANOTHER_LANGUAGE =
      GROUP.add(
          "answer_in_another_language",
          "Answers in another language.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(
                  run,
                  answer ->
                      answer
                          .replace("Your code is", "Ihr Code lautet")
                          .replace("I added it up:", "Die Summe beträgt:"))));

  public static final DemoBehaviour SUCCESS_SAID =
      GROUP.add(
          "success_said",
          "Says that it had success.",
          FaultHook.run(run ->
              run.changeEvent(
                  DemoEvent.COMPLETED,
                  event ->
                      event.with(body -> body.put("success", true).put("real_llm_used", true)))));

  private AnswerVariants() {}

  private static FaultHook shaped(Function<String, JsonNode> shape) {
    return new FaultHook.AtMessage(
        (run, context) -> ScriptEdits.withAnswer(run, shape.apply(context.request().answer())));
  }

  private static JsonNode sentences(String answer) {
    ArrayNode list = DemoJson.MAPPER.createArrayNode();
    Pattern.compile("(?<=\\.) ").splitAsStream(answer).forEach(list::add);
    return list;
  }

  private static JsonNode apart(UserRequest request) {
    ObjectNode answer = DemoJson.object().put("code", request.code());
    UserRequest.Addition addition = request.addition();
    return addition == null ? answer : answer.put("sum", addition.sum());
  }
}
