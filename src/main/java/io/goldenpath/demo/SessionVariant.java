package io.goldenpath.demo;

/** Other ways to treat sessions that end, and those that must not begin. */
public enum SessionVariant implements Variant {
  RESUMES_RUNS(
      "Goes on with a lost run on the user's next connection.", new Play.AtLoss(rest -> rest)),
  REFUSES_AT_UPGRADE(
      "Answers the upgrade with 401 where the token is bad.",
      new Play.AtRefusedUpgrade(UpgradeReply.json(401, "{\"detail\":\"Not authenticated\"}"))),
  REFUSES_WITH_403(
      "Answers the upgrade with 403 where the token is bad.",
      new Play.AtRefusedUpgrade(UpgradeReply.bare(403))),
  REFUSES_BY_1008(
      "Closes with 1008 where the token is bad.",
      new Play.AtRefusal((_, _) -> Script.of(Cue.close(20, 1008, "Policy violation")))),
  REFUSES_BY_4401(
      "Closes with 4401 where the token is bad.",
      new Play.AtRefusal((_, _) -> Script.of(Cue.close(20, 4401, "")))),
  AUTH_BREAKER(
      "Lets nobody in for 30 seconds after five bad tokens in a row.", new Play.AtBreaker());

  private final String sentence;
  private final Play play;

  SessionVariant(String sentence, Play play) {
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
