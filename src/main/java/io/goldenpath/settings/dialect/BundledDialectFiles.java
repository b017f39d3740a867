package io.goldenpath.settings.dialect;

import io.goldenpath.settings.keys.ContractProperties;
import io.goldenpath.settings.keys.DialectProperties;
import io.goldenpath.settings.source.SettingSources;
import io.goldenpath.settings.source.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/**
 * The dialects that come with the monitor as files: first a target to begin with, then dialect and
 * contract.
 */
public final class BundledDialectFiles {

  /** The one that is no description. */
  static final String AGENT_EVENTS = "agent-events";

  private static final Map<String, String> ABOUT = new LinkedHashMap<>();

  static {
    ABOUT.put(AGENT_EVENTS, "JSON in seven envelopes, with the events of agents and their tools");
    ABOUT.put("ag-ui", "AG-UI, each event a text frame");
    ABOUT.put("openai-realtime", "OpenAI's Realtime API, asked in text");
    ABOUT.put("openai-responses", "OpenAI's Responses API over a WebSocket");
    ABOUT.put("socketio-chat", "Socket.IO: a question with an acknowledgement, events of its run");
    ABOUT.put(
        "stomp-chat", "STOMP as Spring serves it: form login, CSRF token, queues of the user");
    ABOUT.put(
        "graphql-subscription", "GraphQL over graphql-transport-ws: one subscription a question");
    ABOUT.put("langgraph-threads", "LangGraph's thread socket");
    ABOUT.put("autogen-studio", "AutoGen Studio");
  }

  private static final Map<String, Described> READ = new ConcurrentHashMap<>();
  private static final String NEXT_DOCUMENT = "---\n";

  private BundledDialectFiles() {}

  /** What each speaks to, by its name. */
  public static Map<String, String> about() {
    return Collections.unmodifiableMap(ABOUT);
  }

  /** A target to begin with, in YAML. */
  public static String target(String name) {
    try {
      return file(name).getContentAsString(StandardCharsets.UTF_8).split(NEXT_DOCUMENT, 2)[0];
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether a file of this name describes dialect and contract. */
  public static boolean isDescribed(String name) {
    return ABOUT.containsKey(name) && !name.equals(AGENT_EVENTS);
  }

  /** Names of the contracts in the files. */
  public static Set<String> contracts() {
    return ABOUT.keySet().stream()
        .filter(BundledDialectFiles::isDescribed)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What the file of this name says of its contract. */
  public static ContractProperties contract(String name) {
    return READ.computeIfAbsent(name, BundledDialectFiles::read).contract();
  }

  /** What the file of this name says of its dialect. */
  static DialectProperties dialect(String name) {
    return READ.computeIfAbsent(name, BundledDialectFiles::read).dialect();
  }

  private record Described(DialectProperties dialect, ContractProperties contract) {}

  private static Described read(String name) {
    try {
      ClassPathResource file = file(name);
      SettingSources sources =
          SettingSources.of(
              YamlDocument.located(new YamlPropertySourceLoader().load(name, file), file));
      return new Described(
          Objects.requireNonNull(new WrittenDialects(sources.keys()).bind(Binder::new).get(name)),
          new Binder(sources.keys())
              .bind("goldenpath.contracts." + name, ContractProperties.class)
              .get());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ClassPathResource file(String name) {
    return new ClassPathResource("dialects/" + name + ".yaml");
  }
}
