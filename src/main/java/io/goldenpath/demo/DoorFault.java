package io.goldenpath.demo;

/** How users are turned away after the upgrade, before they are welcome. */
public enum DoorFault implements Fault {
  TOKEN_LOST(
      "Finds no token in the upgrade, for something on the way has taken it out.",
      turnedAway("NO_TOKEN", "No JWT token found in WebSocket headers or subprotocols")),
  TOKEN_REFUSED(
      "Does not accept the token that its own login has just issued.",
      turnedAway("VALIDATION_FAILED", "Token validation failed")),
  TOKEN_MISREAD(
      "Finds the token in a form that it cannot read.",
      turnedAway("INVALID_FORMAT", "Malformed token")),
  AUTH_SERVICE_DOWN(
      "Cannot ask its login service about the token.",
      turnedAway("AUTH_SERVICE_ERROR", "Auth service unreachable")),
  AUTH_FRAME_ALONE(
      "Says that the token is not valid, and leaves the socket open.",
      instead(Cue.say(20, now -> Complaints.authentication("Token is not valid", now)))),
  REFUSED_1011(
      "Closes with 1011 and the word auth, without a frame.",
      instead(Cue.close(30, 1011, "SSOT Auth failed"))),
  REFUSED_1008(
      "Closes with 1008 and the word auth, without a frame.",
      instead(Cue.close(30, 1008, "Auth failed"))),
  REFUSED_4401("Closes with 4401.", instead(Cue.close(30, 4401, ""))),
  REFUSED_4403("Closes with 4403.", instead(Cue.close(30, 4403, "Forbidden"))),
  BREAKER_OPEN(
      "Lets nobody in for a while, after too many others were refused.",
      Play.greeting(_ -> Greeting.of(Refusal.BREAKER_OPEN))),
  SHEDDING(
      "Closes with 1013: come back later.",
      instead(Cue.close(30, 1013, "Service temporarily unavailable - retry in 30 seconds"))),
  CONNECTIONS_LIMITED(
      "Closes with 1008 and says when to come back.",
      instead(Cue.close(30, 1008, "Rate limit exceeded - retry after 30s"))),
  CLOSED_AT_ONCE(
      "Closes with 1011 as soon as the socket is open.", instead(Cue.close(0, 1011, ""))),
  CLOSED_BY_FACTORY(
      "Reports that a component failed and closes with 1011.",
      instead(
          Cue.say(20, now -> Complaints.component(1003, "Factory", "SSOT validation failed", now)),
          Cue.close(30, 1011, "Factory error"))),
  CLOSED_BY_MIDDLEWARE(
      "Closes with 1011 and the words of an exception.",
      instead(Cue.close(30, 1011, "SessionMiddleware must be installed"))),
  CLOSED_AS_IF_WELL(
      "Closes with 1000, though nothing went well.",
      instead(Cue.close(30, 1000, "Connection establishment failed - graceful retry"))),
  CLOSED_FOR_DEPLOY(
      "Goes away with 1001 before the welcome.",
      instead(Cue.at(15, new Act.Pulse()), Cue.close(100, 1001, "Server shutting down"))),
  CUT_AT_ONCE("Ends TCP as soon as the socket is open.", instead(Cue.cut(5))),
  CUT_BEFORE_WELCOME(
      "Ends TCP after a heartbeat and before the welcome.",
      instead(Cue.at(15, new Act.Pulse()), Cue.cut(200))),
  CUT_AFTER_WELCOME(
      "Welcomes the user and ends TCP a second later, whatever was asked.",
      new Play.AtWelcome((_, scene) ->
          Script.of(
              Cue.at(15, Greeting.welcome(scene.visitor())),
              Cue.at(5, new Act.Pulse()),
              Cue.cut(1000))));

  private final String sentence;
  private final Play play;

  DoorFault(String sentence, Play play) {
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

  private static Play instead(Cue... cues) {
    return Play.greeting(_ -> Script.of(cues));
  }

  private static Play turnedAway(String code, String reason) {
    return Play.greeting(_ -> Greeting.of(new Refusal(code, reason)));
  }
}
