package io.goldenpath.demo;

/** How the connection ends before the run does. */
public enum DropFault implements Fault {
  CUT_ON_MESSAGE("Ends TCP when a message comes.", Play.run(_ -> Script.of(Cue.cut(10)))),
  CUT_IN_TOOL(
      "Ends TCP while a tool is at work.",
      Play.run(run -> run.until(Event.EXECUTING).then(Cue.cut(60)))),
  CUT_BEFORE_ANSWER(
      "Ends TCP when all that is missing is the answer.",
      Play.run(run -> run.until(Event.EXECUTED).then(Cue.cut(60)))),
  CLOSED_ON_MESSAGE(
      "Closes with 1011 when a message comes.", Play.run(_ -> Script.of(Cue.close(10, 1011, "")))),
  CLOSED_AS_TOO_BIG(
      "Closes with 1009 when a message comes.",
      Play.run(_ -> Script.of(Cue.close(10, 1009, "Message too big")))),
  CLOSED_MID_RUN(
      "Closes with 1011 because an event could not be written.",
      Play.run(run ->
          run.after(
              Event.THINKING,
              Cue.close(60, 1011, "Object of type datetime is not JSON serializable")))),
  CLOSED_WITHOUT_ANSWER(
      "Closes with 1000 in the middle of a run, as if it were over.",
      Play.run(run -> run.until(Event.EXECUTED).then(Cue.close(60, 1000, "")))),
  CLOSED_FOR_SHUTDOWN(
      "Announces that it shuts down and closes with 1001.",
      Play.run(run ->
          run.until(Event.THINKING)
              .then(
                  Cue.say(
                      40,
                      now -> Notices.system("connection_closing", "Server is shutting down", now)),
                  Cue.close(40, 1001, "Going away")))),
  CLOSED_FOR_RESTART(
      "Closes with 1012 in the middle of a run.",
      Play.run(run -> run.after(Event.STARTED, Cue.close(60, 1012, "Service restart")))),
  CLOSED_BY_RATE(
      "Closes with 1008 in the middle of a run and says when to come back.",
      Play.run(run ->
          run.until(Event.STARTED)
              .then(Cue.close(60, 1008, "Rate limit exceeded - retry after 12s")))),
  CLOSED_BY_LOAD(
      "Closes with 1013 in the middle of a run.",
      Play.run(run ->
          run.until(Event.STARTED).then(Cue.close(60, 1013, "Service temporarily unavailable")))),
  SESSION_EXPIRED(
      "Closes with 4401 in the middle of a run, for the token has run out.",
      Play.run(run -> run.until(Event.THINKING).then(Cue.close(60, 4401, "Token expired")))),
  SESSION_REVOKED(
      "Says in the middle of a run that the user is no longer let in, and closes with 1011.",
      Play.run(run ->
          run.until(Event.THINKING)
              .then(
                  Cue.say(40, now -> Complaints.authentication("Token has been revoked", now)),
                  Cue.close(20, 1011, "Auth error")))),
  FALSE_RECOVERY(
      "Reports an error, claims that the connection is stable, and ends TCP.",
      Play.run(run ->
          run.until(Event.STARTED)
              .then(
                  Cue.say(40, now -> Complaints.recovered("Invalid run_id format", now)),
                  Cue.say(5, Notices::recovery),
                  Cue.cut(100))));

  private final String sentence;
  private final Play play;

  DropFault(String sentence, Play play) {
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
