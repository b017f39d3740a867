package io.goldenpath.catalogue.fault;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;

/** What is wrong with the answer. */
public final class AnswerFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour BLANK_ANSWER =
      GROUP.add(
          "blank_answer",
          "Completes with an answer of blanks.",
          FaultHook.run(run -> run.withAnswer(" \n ")));

  public static final DemoBehaviour NULL_ANSWER =
      GROUP.add(
          "null_answer",
          "Completes with null for an answer.",
          FaultHook.run(run ->
              run.changeEvent(
                  DemoEvent.COMPLETED, event -> event.with(body -> body.putNull("result")))));

  public static final DemoBehaviour EMPTY_OBJECT_ANSWER =
      GROUP.add(
          "empty_object_answer",
          "Completes with an object that has nothing in it.",
          FaultHook.run(run -> ScriptEdits.withAnswer(run, DemoJson.object())));

  public static final DemoBehaviour BLANK_OBJECT_ANSWER =
      GROUP.add(
          "blank_object_answer",
          "Completes with an object whose texts are all blank.",
          FaultHook.run(run ->
              ScriptEdits.withAnswer(run, DemoJson.object().put("text", "").put("summary", " "))));

  public static final DemoBehaviour EMPTY_LIST_ANSWER =
      GROUP.add(
          "empty_list_answer",
          "Completes with a list of nothing.",
          FaultHook.run(run -> ScriptEdits.withAnswer(run, DemoJson.MAPPER.createArrayNode())));

  public static final DemoBehaviour ERROR_FOR_ANSWER =
      GROUP.add(
          "error_for_answer",
          "Completes with an error text in place of an answer.",
          FaultHook.run(run -> run.withAnswer("Error: agent execution failed")));

  public static final DemoBehaviour TRACEBACK_FOR_ANSWER =
      GROUP.add(
          "traceback_for_answer",
          "Completes with the trace of an exception in place of an answer.",
          FaultHook.run(
              run -> run.withAnswer("Traceback (most recent call last): KeyError: 'supervisor'")));

  public static final DemoBehaviour APOLOGY_FOR_ANSWER =
      GROUP.add(
          "apology_for_answer",
          "Completes with an apology in place of an answer.",
          FaultHook.run(run ->
              run.withAnswer(
                  "I'm sorry, but something went wrong while I worked on your request.")));

  public static final DemoBehaviour COMPLETED_WITHOUT_SUCCESS =
      GROUP.add(
          "completed_without_success",
          "Completes and says that it had no success.",
          FaultHook.run(run ->
              run.changeEvent(
                  DemoEvent.COMPLETED,
                  event ->
                      event.with(body ->
                          body.put("success", false).put("result", "No answer was found")))));

  public static final DemoBehaviour COMPLETED_AS_FAILED =
      GROUP.add(
          "completed_as_failed",
          "Completes with the status `failed`.",
          FaultHook.run(run ->
              run.changeEvent(
                  DemoEvent.COMPLETED,
                  event ->
                      event.with(body ->
                          body.put("status", "failed").put("result", "Model not reachable")))));

  public static final DemoBehaviour CODE_LEFT_OUT =
      GROUP.add(
          "code_left_out",
          "Adds up and does not repeat the code.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(
                  run, answer -> answer.replaceAll("code is \\w+", "code is noted"))));

  public static final DemoBehaviour CODE_OF_ANOTHER =
      GROUP.add(
          "code_of_another",
          "Repeats another code than it was asked to.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(
                  run, answer -> answer.replaceAll("code is \\w+", "code is QWERTZUIOP"))));

  public static final DemoBehaviour SUM_LEFT_OUT =
      GROUP.add(
          "sum_left_out",
          "Repeats the code and does not add up.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(run, answer -> answer.replaceAll(" = \\d+", " = ?"))));

  public static final DemoBehaviour SUM_IN_A_LONGER_NUMBER =
      GROUP.add(
          "sum_in_a_longer_number",
          "Gives the sum within a longer number.",
          FaultHook.run(run ->
              ScriptEdits.changeAnswer(run, answer -> answer.replaceAll("= (\\d+)", "= 7$10"))));

  public static final DemoBehaviour ANSWER_TO_ANOTHER_QUESTION =
      GROUP.add(
          "answer_to_another_question",
          "Answers a question that was not asked.",
          FaultHook.run(
              run -> run.withAnswer("Your code is QWERTZUIOP. I added it up: 1 + 1 = 2.")));

  public static final DemoBehaviour ANSWER_CUT_SHORT =
      GROUP.add(
          "answer_cut_short",
          "Stops in the middle of the answer.",
          FaultHook.run(run -> ScriptEdits.changeAnswer(run, answer -> answer.substring(0, 12))));

  private AnswerFaults() {}
}
