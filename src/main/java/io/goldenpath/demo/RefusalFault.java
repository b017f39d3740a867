package io.goldenpath.demo;

/** How intruders are served, and users who have left. */
public enum RefusalFault implements Fault {
  ADMITS_WITHOUT_TOKEN(
      "Lets users in as guests who bring no token.", new Play.AtBadToken(Flaw.MISSING)),
  ADMITS_GARBAGE(
      "Lets users in as guests whose token cannot be read.", new Play.AtBadToken(Flaw.GARBAGE)),
  ADMITS_EXPIRED("Lets users in whose token has run out.", new Play.AtBadToken(Flaw.EXPIRED)),
  ADMITS_FOREIGN(
      "Lets users in whose token somebody else has signed.", new Play.AtBadToken(Flaw.FOREIGN)),
  ADMITS_IN_SILENCE(
      "Neither refuses a bad token nor welcomes its user, and leaves the socket open.",
      new Play.AtRefusal((_, _) -> Script.EMPTY)),
  ANSWERS_INTRUDERS(
      "Does not welcome the user of a bad token, and answers all the same.",
      new Play.AtRefusal((_, _) -> Script.of(Cue.at(0, new Act.Listen())))),
  WELCOMES_THEN_REFUSES(
      "Welcomes the user of a bad token, and refuses the token only then.",
      new Play.AtRefusal(
          (good, scene) -> good.preceded(Cue.at(20, Greeting.welcome(scene.visitor()))))),
  DEAF_TO_LOGOUT("Leaves the socket open whose user logs out.", new Play.AtLogout());

  private final String sentence;
  private final Play play;

  RefusalFault(String sentence, Play play) {
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
