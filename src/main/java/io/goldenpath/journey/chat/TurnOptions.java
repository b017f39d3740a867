package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.time.TimeLimits;
import java.util.function.Function;

/** Options of one turn: the tap gets frames beside the judgement, the listener in its place. */
public record TurnOptions(
    Question question,
    TimeLimits limits,
    FrameTap tap,
    Function<UserJudgement, FrameListener> listenerFor) {

  public static TurnOptions of(RunContext context) {
    return of(context, context.question(), FrameTap.NONE);
  }

  public static TurnOptions of(RunContext context, Question question, FrameTap tap) {
    return new TurnOptions(question, context.probe().limits(), tap, judgement -> judgement);
  }
}
