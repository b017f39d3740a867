package io.goldenpath.dialect.definition;

import java.util.List;
import java.util.Set;

/**
 * Variables of a conversation.
 *
 * @param made Those that we make.
 * @param read Names that conditions and expressions read as {@code vars.NAME}, whoever sets them.
 */
public record VariableRules(List<DialectVariable> made, Set<String> read) {

  public static final VariableRules NONE = new VariableRules(List.of(), Set.of());

  public VariableRules {
    made = List.copyOf(made);
    read = Set.copyOf(read);
  }
}
