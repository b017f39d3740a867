package io.goldenpath.platforms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What went over the wire between a client and a real platform: its HTTP calls, and the server's
 * frames in groups, each of which followed a frame of the client. The last group answers a
 * question.
 */
record Transcript(
    List<Call> calls, String subprotocol, List<String> asked, List<List<Frame>> groups) {

  /** An HTTP call and its reply. */
  record Call(String method, String path, int status, List<String> cookies, String body) {}

  /** A frame of the server, and the milliseconds between it and the one before. */
  record Frame(boolean binary, double pause, String text) {

    private Frame replacing(String part, String other) {
      return new Frame(binary, pause, text.replace(part, other));
    }

    /** The end of the connection, by the server. */
    static final Frame CLOSE = new Frame(false, 0, "");

    boolean has(String part) {
      return text.contains(part);
    }
  }

  /** The recorded golden path of this platform. */
  static Transcript golden(String platform) throws IOException {
    return of(lines(platform, "golden"));
  }

  /** The same, but for the answer: a run that failed. */
  static Transcript failing(String platform) throws IOException {
    Transcript golden = golden(platform);
    Transcript failing = of(lines(platform, "agent-error"));
    List<String> asked = new ArrayList<>(golden.asked());
    asked.set(asked.size() - 1, failing.asked().getLast());
    return new Transcript(golden.calls(), golden.subprotocol(), asked, golden.groups())
        .answering(_ -> failing.groups().getLast());
  }

  private static List<JsonNode> lines(String platform, String part) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            Transcript.class.getResourceAsStream("/platforms/" + platform + ".jsonl"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(JsonMapper.shared()::readTree)
          .filter(line -> line.path("part").asString().equals(part))
          .toList();
    }
  }

  private static Transcript of(List<JsonNode> lines) {
    List<Call> calls = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    List<List<Frame>> groups = new ArrayList<>(List.of(new ArrayList<>()));
    String subprotocol = "";
    double last = 0;
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = lines.get(i);
      boolean sent = line.path("dir").asString().equals(">");
      double now = line.path("ms").asDouble();
      switch (line.path("kind").asString()) {
        case "http" -> {
          if (sent) {
            calls.add(call(line, lines.get(i + 1)));
          }
        }
        case "open" -> subprotocol = line.path("data").asString();
        case "text", "binary" -> {
          String text = line.path("data").asString();
          if (sent) {
            asked.add(text);
            groups.add(new ArrayList<>());
          } else {
            boolean binary = line.path("kind").asString().equals("binary");
            groups.getLast().add(new Frame(binary, now - last, text));
          }
        }
        default -> {}
      }
      last = now;
    }
    return new Transcript(calls, subprotocol, asked, groups);
  }

  private static Call call(JsonNode sent, JsonNode reply) {
    JsonNode data = reply.path("data");
    return new Call(
        sent.path("method").asString(),
        sent.path("path").asString(),
        reply.path("status").asInt(),
        reply.path("setCookie").valueStream().map(JsonNode::asString).toList(),
        data.isString() ? data.asString() : data.toString());
  }

  /** The same with other frames in place of those that answered the question. */
  Transcript answering(UnaryOperator<List<Frame>> change) {
    List<List<Frame>> changed = new ArrayList<>(groups);
    changed.add(change.apply(new ArrayList<>(changed.removeLast())));
    return new Transcript(calls, subprotocol, asked, changed);
  }

  /** Without the first frame of the answer that has this text. */
  Transcript without(String part) {
    return answering(frames -> {
      frames.remove(position(frames, frame -> frame.has(part)));
      return frames;
    });
  }

  /** With this frame twice. */
  Transcript doubling(String part) {
    return answering(frames -> {
      int at = position(frames, frame -> frame.has(part));
      frames.add(at, frames.get(at));
      return frames;
    });
  }

  /** With this frame right behind that one. */
  Transcript moving(String part, String behind) {
    return answering(frames -> {
      Frame moved = frames.remove(position(frames, frame -> frame.has(part)));
      frames.add(position(frames, frame -> frame.has(behind)) + 1, moved);
      return frames;
    });
  }

  /** With another frame right behind that one. */
  Transcript adding(Frame frame, String behind) {
    return answering(frames -> {
      frames.add(position(frames, each -> each.has(behind)) + 1, frame);
      return frames;
    });
  }

  /** Up to this frame, and with nothing behind it. */
  Transcript until(String part) {
    return answering(frames ->
        new ArrayList<>(frames.subList(0, position(frames, frame -> frame.has(part)) + 1)));
  }

  /** With another text in place of this one, in every frame. */
  Transcript replacing(String text, String other) {
    return new Transcript(
        calls,
        subprotocol,
        asked,
        groups.stream()
            .map(group -> group.stream().map(frame -> frame.replacing(text, other)).toList())
            .toList());
  }

  private static int position(List<Frame> frames, Predicate<Frame> wanted) {
    for (int i = 0; i < frames.size(); i++) {
      if (wanted.test(frames.get(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException("no such frame in " + frames);
  }
}
