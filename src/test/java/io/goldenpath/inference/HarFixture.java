package io.goldenpath.inference;

import io.goldenpath.har.Har;
import io.goldenpath.har.RecordedCall;
import io.goldenpath.har.RecordedFrame;
import io.goldenpath.har.RecordedHeader;
import io.goldenpath.har.RecordedPart;
import io.goldenpath.har.RecordedWebSocket;
import java.util.ArrayList;
import java.util.List;

/** A recording, call by call and frame by frame, half a second apart. */
final class HarFixture {

  static final String QUESTION = "what is 17 + 25 ?";

  private static final double STEP = 0.5;

  private final List<RecordedCall> calls = new ArrayList<>();
  private final List<RecordedWebSocket> sockets = new ArrayList<>();
  private List<RecordedFrame> frames = new ArrayList<>();
  private RecordedPart upgrade = part("");
  private String url = "wss://chat.example.com/ws";
  private double at = 1_795_410_000;

  /** A call of JSON, with these headers in its reply, such as {@code Set-Cookie: a=b}. */
  HarFixture call(String line, String body, String reply, String... headers) {
    String[] parts = line.split(" ", 2);
    calls.add(
        new RecordedCall(
            next(),
            parts[0],
            "https://chat.example.com" + parts[1],
            part(body),
            200,
            part(reply, headers),
            0.1));
    return this;
  }

  HarFixture socket(String address, String... headers) {
    close();
    url = address;
    upgrade = part("", headers);
    next();
    return this;
  }

  HarFixture sent(String frame) {
    frames.add(new RecordedFrame(true, next(), false, frame));
    return this;
  }

  HarFixture received(String... texts) {
    for (String frame : texts) {
      frames.add(new RecordedFrame(false, next(), false, frame));
    }
    return this;
  }

  private double next() {
    at += STEP;
    return at;
  }

  private void close() {
    if (!frames.isEmpty()) {
      double opened = frames.getFirst().at() - STEP;
      sockets.add(new RecordedWebSocket(url, upgrade, part(""), opened, 0.1, frames));
      frames = new ArrayList<>();
    }
  }

  Har har() {
    close();
    return new Har(calls, sockets);
  }

  String yaml() {
    return RecordedSettings.yaml(har(), "chat", null);
  }

  private static RecordedPart part(String body, String... headers) {
    List<RecordedHeader> all = new ArrayList<>();
    for (String header : headers) {
      String[] parts = header.split(": ", 2);
      all.add(new RecordedHeader(parts[0], parts[1]));
    }
    return new RecordedPart(all, body);
  }
}
