package io.goldenpath.settings.dialect;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.dialect.definition.CaptureRule;
import io.goldenpath.dialect.definition.ConnectionRules;
import io.goldenpath.dialect.definition.DialectDefinition;
import io.goldenpath.dialect.definition.DialectVariable;
import io.goldenpath.dialect.definition.EndRules;
import io.goldenpath.dialect.definition.EventRules;
import io.goldenpath.dialect.definition.Exchange;
import io.goldenpath.dialect.definition.VariableRules;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.framing.Framing;
import io.goldenpath.model.target.Condition;
import io.goldenpath.settings.keys.DialectProperties;
import io.goldenpath.settings.keys.DialectProperties.CloseProperties;
import io.goldenpath.settings.keys.DialectProperties.SocketUse;
import io.goldenpath.settings.keys.DialectProperties.VariableProperties;
import io.goldenpath.settings.keys.MeaningProperties.CaptureProperties;
import io.goldenpath.settings.keys.MeaningProperties.EndProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.KnownVariables;
import io.goldenpath.settings.request.RequestReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one dialect, with a mistake for whatever is wrong in it. */
final class DialectReader {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");
  private static final Condition ALWAYS = _ -> Optional.empty();

  private final SettingKey at;
  private final DialectProperties written;
  private final TemplateVariables variables = new TemplateVariables();
  private final MessageRules rules = new MessageRules(variables);
  private final TemplateReader templates = new TemplateReader(variables);
  private final FramingReader framing;

  DialectReader(SettingKey at, DialectProperties written) {
    this.at = at;
    this.written = written;
    this.framing = new FramingReader(at.child("framing"), written.framing(), templates);
  }

  WrittenDialect read(String name, TemplateFiles files) {
    List<DialectVariable> made = made();
    Framing framed = framing.framing();
    List<CaptureRule> captures = captures(written.reading().captures());
    RequestReader requests =
        new RequestReader(
            KnownVariables.elsewhere((key, used) -> variables.use(key, List.of(used))),
            WrittenDialect.ANY_HOST);
    SentMessageReader messages =
        new SentMessageReader(framing.type(), rules, templates, files, requests);
    Exchange exchange =
        new ExchangeReader(at, messages).exchange(written.sending(), written.reading().accepted());
    EventRules events =
        new EventRulesReader(at, framing.type(), rules)
            .events(written.reading(), variables.captured());
    EndRules end = end(at.child("end"), written.reading().outcome().end());
    DialectDefinition definition =
        new DialectDefinition(
            name,
            framed,
            connection(),
            new VariableRules(made, rules.read()),
            captures,
            exchange,
            events,
            end);
    return new WrittenDialect(definition, variables.captured(), variables.open());
  }

  private List<DialectVariable> made() {
    return written.variables().entrySet().stream()
        .map(entry -> made(at.child("variables").child(entry.getKey()), entry))
        .toList();
  }

  private DialectVariable made(SettingKey key, Map.Entry<String, VariableProperties> entry) {
    String name = entry.getKey();
    if (!NAME.matcher(name).matches()) {
      key.wrong("the name of a variable is letters, digits, '-' and '_', but is %s", name);
    }
    if (entry.getValue().is() == null) {
      key.child("is").wrong("is missing: one of uuid, counter, text");
    }
    variables.define(name);
    return new DialectVariable(
        name,
        requireNonNullElse(entry.getValue().is(), DialectVariable.Kind.UUID),
        requireNonNullElse(entry.getValue().per(), DialectVariable.Scope.QUESTION));
  }

  private List<CaptureRule> captures(@Nullable List<CaptureProperties> captures) {
    return captures == null ? List.of() : at.child("captures").each(captures, this::capture);
  }

  private CaptureRule capture(SettingKey key, CaptureProperties capture) {
    if (capture.take().isEmpty()) {
      key.child("take").wrong("is missing: values by the name of their variable");
    }
    return new CaptureRule(
        capture.when() == null ? ALWAYS : rules.condition(key.child("when"), capture.when()),
        rules.captures(key.child("take"), capture.take()));
  }

  private ConnectionRules connection() {
    CloseProperties close = written.sending().close();
    SettingKey key = at.child("close");
    return new ConnectionRules(
        written.sending().sockets() == SocketUse.PER_QUESTION,
        new CloseCodes(
            codes(key.child("expected"), close.expected()),
            codes(key.child("refused"), close.refused()),
            Set.of(),
            Map.of()),
        rules.optional(at.child("framing.refused"), written.framing().refused()));
  }

  private static Set<Integer> codes(SettingKey key, @Nullable List<Integer> codes) {
    if (codes == null) {
      return Set.of();
    }
    key.each(codes, (item, code) -> item.inRange(code, 1000, 4999));
    return Set.copyOf(codes);
  }

  private EndRules end(SettingKey key, EndProperties end) {
    if (end.quiet() != null) {
      key.child("quiet").positive(end.quiet());
    }
    return new EndRules(
        new EndRules.Success(
            rules.conditions(key.child("success"), end.success()),
            Boolean.TRUE.equals(end.ordered())),
        rules.optional(key.child("failure"), end.failure()),
        rules.optional(key.child("paused"), end.paused()),
        end.quiet(),
        rules.optional(key.child("after"), end.after()),
        rules.values(key.child("message"), end.message()));
  }
}
