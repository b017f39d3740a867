package io.goldenpath.demo;

/** What goes wrong after something has gone wrong: a bad message, a lost connection, a rush. */
public enum RecoveryFault implements Fault {
  DIES_ON_MALFORMED(
      "Closes with 1011 when a message is malformed.",
      new Play.AtMalformed(Script.of(Cue.close(10, 1011, "Unexpected error")))),
  DEAF_AFTER_MALFORMED(
      "Answers nothing any more once a message was malformed, while heartbeats go on.",
      new Play.AtMalformed(Script.of(Cue.at(0, new Act.Deafen())))),
  WELCOME_LATE_AGAIN(
      "Welcomes a user who comes back only after 1.2 seconds.",
      new Play.AtReturn((good, _) -> good.delayed(1200))),
  REFUSES_AGAIN(
      "Answers with 503 the upgrade of a user who comes back.",
      new Play.AtReturningUpgrade(
          UpgradeReply.json(503, "{\"detail\":\"Session is still open\"}"))),
  SHUT_AGAIN(
      "Reports an error to a user who comes back and closes with 1011.",
      new Play.AtReturn((_, _) ->
          Script.of(
              Cue.say(20, now -> Complaints.component(1003, "Factory", "Stale session found", now)),
              Cue.close(10, 1011, "Factory error")))),
  DEAF_AGAIN(
      "Welcomes a user who comes back, and answers nothing.",
      new Play.AtReturn((_, scene) ->
          Script.of(Cue.at(15, new Act.Pulse()), Cue.at(25, Greeting.welcome(scene.visitor()))))),
  RESUMES_WITH_GAP(
      "Goes on with a lost run on the user's next connection, and loses an event.",
      new Play.AtLoss(rest -> rest.from(1))),
  RESUMES_TWICE(
      "Goes on with a lost run on the user's next connection, and tells an event twice.",
      new Play.AtLoss(rest -> Script.of(rest.cues().getFirst()).then(rest))),
  DIES_ON_BURST(
      "Closes with 1008 on more than three messages within 200 milliseconds.",
      new Play.AtBurst(Script.of(Cue.close(0, 1008, "Rate limit exceeded")))),
  BURST_LOSES_ONE(
      "Never answers the fourth of many messages within 200 milliseconds.",
      new Play.AtBurst(Script.EMPTY));

  private final String sentence;
  private final Play play;

  RecoveryFault(String sentence, Play play) {
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

  @Override
  public boolean onGoldenPath() {
    return false;
  }
}
