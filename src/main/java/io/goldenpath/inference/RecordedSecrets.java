package io.goldenpath.inference;

import io.goldenpath.har.Har;
import io.goldenpath.har.RecordedPart;
import io.goldenpath.inference.chat.TextShape;
import io.goldenpath.inference.login.Substitutions;
import io.goldenpath.model.target.Secret;
import io.goldenpath.redaction.Redactor;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The secrets of a recording, which are taken out of whatever is written. */
record RecordedSecrets(Redactor redactor) {

  /** A shorter text may stand anywhere by chance. */
  private static final int LEAST = 6;

  /** A cookie may also hold a word, such as the name of a colour scheme. */
  private static final int LONG = 16;

  static RecordedSecrets of(Har har, Substitutions known) {
    Set<Secret> secrets = new LinkedHashSet<>();
    Stream.concat(
            har.calls().stream().flatMap(call -> Stream.of(call.request(), call.response())),
            har.sockets().stream()
                .flatMap(socket -> Stream.of(socket.request(), socket.response())))
        .flatMap(RecordedSecrets::in)
        .filter(text -> text.length() >= LONG || TextShape.isToken(text))
        .forEach(text -> secrets.add(Secret.of(text)));
    known.secrets().stream()
        .filter(text -> text.length() >= LEAST)
        .forEach(text -> secrets.add(Secret.of(text)));
    return new RecordedSecrets(Redactor.of(secrets));
  }

  private static Stream<String> in(RecordedPart part) {
    return Stream.of(
            part.all("cookie").stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(RecordedSecrets::value),
            part.all("set-cookie").stream().map(line -> value(line.split(";", 2)[0])),
            part.all("authorization").stream().map(line -> line.replaceFirst("\\S+\\s+", "")))
        .flatMap(values -> values);
  }

  private static String value(String pair) {
    return pair.strip().replaceFirst("[^=]*=", "");
  }

  String mask(String text) {
    return redactor.redactKnown(text);
  }
}
