package io.goldenpath.platforms;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Question, sum and ids of a recorded client, and those of another one that is played to. */
final class RecordedIds {

  private static final Pattern QUESTION =
      Pattern.compile("([A-Z]{10}): what is (\\d+) \\+ (\\d+) \\?");

  private static final Pattern LENGTH = Pattern.compile("content-length:\\d+");

  private final Transcript transcript;
  private final List<Correlation> correlations;
  private final Map<String, String> replaced = new LinkedHashMap<>();

  /**
   * An id of a request that the server repeats.
   *
   * @param request Where it is in the client's frame, as the first group.
   * @param reply Text of the server's frame around it, with {@code %s} in its place.
   */
  record Correlation(Pattern request, String reply) {

    Correlation(String request, String reply) {
      this(Pattern.compile(request), reply);
    }
  }

  RecordedIds(Transcript transcript, List<Correlation> correlations) {
    this.transcript = transcript;
    this.correlations = correlations;
  }

  /** The other client sent this in the place of the recorded frame of this number. */
  void sent(String frame, int number) {
    for (Correlation correlation : correlations) {
      Matcher sent = correlation.request().matcher(frame);
      Matcher recorded = recorded(correlation, number);
      if (sent.find() && recorded.find()) {
        replaced.put(
            correlation.reply().formatted(recorded.group(1)),
            correlation.reply().formatted(sent.group(1)));
      }
    }
    Matcher question = QUESTION.matcher(frame);
    if (question.find()) {
      replaced.put("nonce-71c2", question.group(1));
      int sum = Integer.parseInt(question.group(2)) + Integer.parseInt(question.group(3));
      replaced.put("17", question.group(2));
      replaced.put("25", question.group(3));
      replaced.put("42", Integer.toString(sum));
    }
  }

  /** The frame of the recorded client that has such an id, if possible in the same place. */
  private Matcher recorded(Correlation correlation, int number) {
    return Stream.concat(
            transcript.asked().stream().skip(number).limit(1), transcript.asked().stream())
        .map(correlation.request()::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(Matcher::reset)
        .orElseGet(() -> correlation.request().matcher(""));
  }

  /** The server's frame as the other client would have got it. */
  String ours(String text) {
    String ours = text;
    for (Map.Entry<String, String> entry : replaced.entrySet()) {
      Pattern recorded =
          entry.getKey().matches("\\d+")
              ? Pattern.compile("(?<!\"seq\":|^)\\b" + entry.getKey() + "\\b")
              : Pattern.compile(Pattern.quote(entry.getKey()));
      ours = recorded.matcher(ours).replaceAll(Matcher.quoteReplacement(entry.getValue()));
    }
    return measured(ours);
  }

  /** STOMP says how long a body is. */
  private static String measured(String frame) {
    int body = frame.indexOf("\n\n") + 2;
    int end = frame.lastIndexOf('\0');
    if (end < body) {
      return frame;
    }
    int length = frame.substring(body, end).getBytes(StandardCharsets.UTF_8).length;
    return LENGTH.matcher(frame).replaceFirst("content-length:" + length);
  }
}
