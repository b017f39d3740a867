package io.goldenpath.web.run;

import io.goldenpath.model.run.Frame;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a frame's text shows of itself, whatever the platform: its type, and whether it pings. */
record TranscriptText(String text) {

  private static final int LINE = 200;
  private static final int SEARCHED = 2000;
  private static final Pattern TYPE =
      Pattern.compile("\"(?:type|event|kind|op|method)\"\\s*:\\s*\"([^\"\\\\]{1,60})\"");
  private static final Pattern FRAMED = Pattern.compile("[0-9]{1,3}\\[\"([^\"\\\\]{1,60})\"");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(CONNECTED|CONNECT|STOMP|SEND|SUBSCRIBE|MESSAGE|RECEIPT|ERROR|ACK)\r?\n.*",
          Pattern.DOTALL);
  private static final Pattern PING =
      Pattern.compile("(?i)(?:.*[._-])?(?:ping|pong|heart_?beat|keep_?alive|ka)(?:[._-].*)?");
  private static final Pattern ERROR =
      Pattern.compile("(?i).*(?:error|fail|exception|refus|denied).*");

  static TranscriptText of(Frame frame) {
    return new TranscriptText(frame.text());
  }

  /** Empty where it says none. */
  String type() {
    String head = text.length() > SEARCHED ? text.substring(0, SEARCHED) : text;
    for (Pattern pattern : new Pattern[] {FRAMED, COMMAND}) {
      Matcher begin = pattern.matcher(head);
      if (begin.lookingAt()) {
        return begin.group(1);
      }
    }
    Matcher type = TYPE.matcher(head);
    return type.find() ? type.group(1) : "";
  }

  /** Engine.IO and STOMP ping with a letter or a line end. */
  boolean ping() {
    return text.isBlank()
        || text.equals("2")
        || text.equals("3")
        || text.equals("h")
        || PING.matcher(type()).matches();
  }

  boolean error() {
    return ERROR.matcher(type()).matches();
  }

  /** Its beginning on one line. */
  String line(int longest) {
    int most = Math.min(LINE, longest);
    String head = text.length() > 2 * most ? text.substring(0, 2 * most) : text;
    String line = head.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return text.isEmpty() ? "(empty)" : "(line end)";
    }
    return line.length() <= most && head.length() == text.length()
        ? line
        : line.substring(0, Math.min(most, line.length())) + "…";
  }

  /** All of it, indented; at most so many characters. */
  String full(int longest) {
    return text.length() <= longest
        ? JsonIndentation.of(text)
        : JsonIndentation.of(text.substring(0, longest)) + "… (the JSON has all of it)";
  }
}
