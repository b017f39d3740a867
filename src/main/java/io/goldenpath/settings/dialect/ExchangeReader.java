package io.goldenpath.settings.dialect;

import io.goldenpath.dialect.definition.AcceptedRule;
import io.goldenpath.dialect.definition.Exchange;
import io.goldenpath.dialect.definition.Exchange.Opening;
import io.goldenpath.dialect.definition.HeartbeatRule;
import io.goldenpath.dialect.definition.HeartbeatRule.Every;
import io.goldenpath.dialect.definition.ReadyRule;
import io.goldenpath.dialect.definition.ReplyRule;
import io.goldenpath.dialect.definition.SendRule;
import io.goldenpath.dialect.definition.SentMessage;
import io.goldenpath.settings.keys.DialectProperties.ReadyProperties;
import io.goldenpath.settings.keys.DialectProperties.SendingProperties;
import io.goldenpath.settings.keys.HeartbeatProperties;
import io.goldenpath.settings.keys.MeaningProperties.AcceptedProperties;
import io.goldenpath.settings.keys.MessageProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** Reads what is sent and when, and what the server says of it. */
record ExchangeReader(SettingKey at, SentMessageReader messages) {

  private static final Pattern UNITLESS = Pattern.compile("\\d+");
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z][\\w.-]*)}");

  Exchange exchange(SendingProperties written, @Nullable AcceptedProperties accepted) {
    Opening opening =
        new Opening(
            messages.steps(at.child("opening"), written.opening()),
            ready(at.child("ready"), written.ready()));
    return new Exchange(
        opening,
        resume(written, opening),
        submit(written),
        accepted(at.child("accepted"), accepted),
        members(at.child("replies"), written.replies(), this::reply),
        members(at.child("heartbeats"), written.heartbeats(), this::heartbeat));
  }

  private @Nullable Opening resume(SendingProperties written, Opening opening) {
    SettingKey key = at.child("resume");
    List<MessageProperties> steps = written.resume().opening();
    ReadyProperties ready = written.resume().ready();
    return steps == null && ready == null
        ? null
        : new Opening(
            steps == null ? opening.steps() : messages.steps(key.child("opening"), steps),
            ready == null ? opening.ready() : ready(key.child("ready"), ready));
  }

  private List<SendRule> submit(SendingProperties written) {
    SettingKey key = at.child("submit");
    if (written.submit() == null || written.submit().isEmpty()) {
      key.wrong("is missing: what asks a question, such as { send: { text: \"{text}\" } }");
    }
    return messages.steps(key, written.submit());
  }

  private ReadyRule ready(SettingKey key, @Nullable ReadyProperties written) {
    if (written == null || "none".equals(written.when())) {
      return new ReadyRule.AtOnce();
    }
    MessageRules rules = messages.rules();
    int count = key.child("count").inRange(written.count(), 1, Integer.MAX_VALUE);
    Duration quiet = written.quiet();
    if (quiet == null) {
      return new ReadyRule.Count(
          rules.condition(key.child("when"), written.when()),
          count,
          rules.captures(key.child("capture"), written.capture()));
    }
    if (written.count() != null) {
      key.child("count").wrong("stands beside quiet; expected one of them");
    }
    key.child("quiet").positive(quiet);
    return new ReadyRule.Quiet(
        rules.condition(key.child("when"), written.when()),
        quiet,
        rules.captures(key.child("capture"), written.capture()));
  }

  private @Nullable AcceptedRule accepted(SettingKey key, @Nullable AcceptedProperties written) {
    MessageRules rules = messages.rules();
    return written == null
        ? null
        : new AcceptedRule(
            rules.condition(key.child("when"), written.when()),
            rules.captures(key.child("capture"), written.capture()),
            rules.optional(key.child("refused"), written.refused()),
            rules.values(key.child("message"), written.message()));
  }

  private Optional<ReplyRule> reply(SettingKey key, MessageProperties written) {
    MessageRules rules = messages.rules();
    return onSocket(key, written)
        .map(message ->
            new ReplyRule(
                rules.condition(key.child("when"), written.when()),
                message,
                rules.captures(key.child("capture"), written.call().capture())));
  }

  private Optional<HeartbeatRule> heartbeat(SettingKey key, HeartbeatProperties written) {
    MessageProperties message = written.message();
    MessageRules rules = messages.rules();
    if (written.every() == null) {
      key.child("answered").wrongIfWritten("needs every beside it: only ours are answered");
      SentMessage.OnSocket answer =
          SentMessageReader.isWritten(message) ? onSocket(key, message).orElse(null) : null;
      return Optional.of(
          new HeartbeatRule.Answering(
              rules.condition(key.child("when"), message.when()),
              answer,
              rules.captures(key.child("capture"), message.call().capture())));
    }
    key.child("when").wrongIfWritten("stands beside every; expected one of them");
    Every every = every(key.child("every"), written.every());
    return onSocket(key, message)
        .map(sent ->
            new HeartbeatRule.Interval(
                every, sent, rules.optional(key.child("answered"), written.answered())));
  }

  private Every every(SettingKey key, String written) {
    Matcher variable = VARIABLE.matcher(written.strip());
    if (variable.matches()) {
      messages.templates().variables().use(key, List.of(variable.group(1)));
      return new Every.Variable(variable.group(1));
    }
    if (UNITLESS.matcher(written.strip()).matches()) {
      key.wrong("a duration needs a unit, such as 30s, but found '%s'", written);
      return new Every.Fixed(Duration.ofMinutes(1));
    }
    try {
      Duration interval = DurationStyle.detectAndParse(written.strip());
      if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
        key.wrong("must be at least 1s, but is %s", written);
      }
      return new Every.Fixed(interval);
    } catch (IllegalArgumentException _) {
      key.wrong("expected a duration such as 30s, or a variable such as {interval}");
      return new Every.Fixed(Duration.ofMinutes(1));
    }
  }

  private Optional<SentMessage.OnSocket> onSocket(SettingKey key, MessageProperties written) {
    return SentMessageReader.isCall(written)
        ? key.wrong("an HTTP call answers no message; expected a message over the socket")
        : messages.onSocket(key, written);
  }

  private static <T, R> List<R> members(
      SettingKey key, @Nullable List<T> written, BiFunction<SettingKey, T, Optional<R>> reader) {
    return written == null
        ? List.of()
        : key.each(written, reader).stream().flatMap(Optional::stream).toList();
  }
}
