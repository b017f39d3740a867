package io.goldenpath.inference;

import io.goldenpath.har.Har;
import io.goldenpath.har.RecordedCall;
import io.goldenpath.inference.chat.Chat;
import io.goldenpath.inference.chat.ChatFinder;
import io.goldenpath.inference.chat.PollingHandshake;
import io.goldenpath.inference.exchange.ExchangeFinder;
import io.goldenpath.inference.exchange.RecordedExchange;
import io.goldenpath.inference.login.LoginFinder;
import io.goldenpath.inference.login.RecordedLogin;
import io.goldenpath.inference.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settings that watch what was recorded: a target, its dialect and its contract. */
public final class RecordedSettings {

  private static final String PASSWORD = "PROBE_PASSWORD";

  private final Har har;
  private final String name;
  private final Chat chat;
  private final RecordedLogin login;
  private final RecordedExchange exchange;
  private final RecordedRun run;

  private RecordedSettings(Har har, String name, Chat chat) {
    this.har = har;
    this.name = name;
    this.chat = chat;
    this.login = new LoginFinder(har, chat).find();
    this.exchange = new ExchangeFinder(chat, login.known()).find();
    this.run = RecordedRun.of(chat);
  }

  /**
   * The settings in YAML, without any of the recording's secrets.
   *
   * @param name Name of the target, its dialect and its contract.
   * @param question What was asked; null for the longest text that was typed.
   */
  public static String yaml(Har har, String name, @Nullable String question) {
    return yaml(har, name, question, _ -> Optional.empty());
  }

  /** The same, without a description where a dialect is known that understands the chat. */
  public static String yaml(
      Har har,
      String name,
      @Nullable String question,
      Function<Chat, Optional<KnownDialect>> understanding) {
    Har joined = PollingHandshake.joined(har);
    Chat chat = new ChatFinder(joined, question).find();
    RecordedSettings settings = new RecordedSettings(joined, name, chat);
    Optional<KnownDialect> known = understanding.apply(chat);
    return settings.masked(
        known.isPresent() ? settings.speaking(known.get()) : settings.described());
  }

  private YamlMap speaking(KnownDialect known) {
    YamlMap target = new TargetSection(known, chat, login, exchange, run).yaml();
    return new YamlMap().put("targets", new YamlMap().put(name, target, ""), "");
  }

  private YamlMap described() {
    YamlMap target =
        new TargetSection(
                new KnownDialect(name, name, "as described below"), chat, login, exchange, run)
            .yaml();
    YamlMap dialect =
        new DialectSection(chat, login, exchange, run, new LoginSection(login, run).namesUser())
            .yaml();
    YamlMap contract = new ContractSection(run).yaml();
    return new YamlMap()
        .put("targets", new YamlMap().put(name, target, ""), "")
        .put("dialects", new YamlMap().put(name, dialect, ""), "")
        .put("contracts", new YamlMap().put(name, contract, ""), "");
  }

  private String masked(YamlMap settings) {
    String text = new YamlMap().put("goldenpath", settings, "").text();
    return RecordedSecrets.of(har, login.known()).mask(heading() + text);
  }

  private String heading() {
    YamlMap heading = new YamlMap();
    heading.note("Made of a browser's recording. A line with '# ?' is a guess: read it first.");
    Map<String, String> variables = new TreeMap<>(login.known().placeholders());
    if (login.typed()) {
      variables.put(PASSWORD, "the password of the account");
    }
    if (!variables.isEmpty()) {
      heading.note("To be set in the environment:");
      variables.forEach((variable, about) -> heading.note("  " + variable + "  " + about));
    }
    doubts().forEach(doubt -> heading.note("? " + doubt));
    return heading.text();
  }

  private List<String> doubts() {
    List<String> doubts = new ArrayList<>(login.doubts());
    if (chat.question().guessed()) {
      doubts.add(
          "The question was taken for the longest text that was typed; else --question TEXT.");
    }
    if (har.sockets().size() > 1) {
      doubts.add(
          "The recording has %d sockets; this is the one with the question."
              .formatted(har.sockets().size()));
    }
    RecordedCall call = chat.call();
    if (call != null) {
      doubts.add("The question went by HTTP, its answer came over the socket.");
    }
    if (run.ending().guessed()) {
      doubts.add("No message says that the answer ends: was it recorded in full?");
    }
    return doubts;
  }
}
