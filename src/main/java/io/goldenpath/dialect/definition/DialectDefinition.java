package io.goldenpath.dialect.definition;

import io.goldenpath.framing.Framing;
import java.util.List;

/**
 * A platform's dialect as it is described, compiled.
 *
 * @param name Name by which targets refer to it.
 * @param captures What any message may give, before all else is read of it.
 */
public record DialectDefinition(
    String name,
    Framing framing,
    ConnectionRules connection,
    VariableRules variables,
    List<CaptureRule> captures,
    Exchange exchange,
    EventRules events,
    EndRules end) {

  public DialectDefinition {
    captures = List.copyOf(captures);
  }
}
