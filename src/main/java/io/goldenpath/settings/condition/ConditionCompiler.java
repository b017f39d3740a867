package io.goldenpath.settings.condition;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import io.goldenpath.model.target.Condition;
import io.goldenpath.settings.mistakes.Mistakes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compiles conditions in CEL, and shows by a caret where one is wrong. */
public final class ConditionCompiler {

  private static final CelOptions BOUNDED =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(10_000)
          .build();

  private static final ConditionCompiler REPLY =
      withVariables(
          Map.of(
              "status", SimpleType.INT,
              "headers", MapType.create(SimpleType.STRING, SimpleType.STRING),
              "location", SimpleType.STRING,
              "body", SimpleType.DYN,
              "cookies", MapType.create(SimpleType.STRING, SimpleType.STRING)));

  private final Map<String, CelType> variables;
  private final boolean anyVariable;

  private ConditionCompiler(Map<String, CelType> variables, boolean anyVariable) {
    this.variables = variables;
    this.anyVariable = anyVariable;
  }

  /** Conditions over these variables, and no others. */
  public static ConditionCompiler withVariables(Map<String, CelType> variables) {
    return new ConditionCompiler(Map.copyOf(variables), false);
  }

  /** Conditions over the reply to an HTTP call. */
  public static ConditionCompiler ofReply() {
    return REPLY;
  }

  /** Conditions over a frame, whose fields are the variables, whatever their names. */
  public static ConditionCompiler ofFrame() {
    return new ConditionCompiler(Map.of(), true);
  }

  /** The condition that is written under this key; empty, with a mistake, where it is none. */
  public Optional<Condition> compile(String key, String text, Mistakes mistakes) {
    try {
      return Optional.of(compileText(text));
    } catch (CelValidationException wrong) {
      mistakes.add(key, "is no condition: " + explain(text, wrong));
    } catch (CelEvaluationException wrong) {
      mistakes.add(key, "is no condition: " + wrong.getMessage());
    }
    return Optional.empty();
  }

  private Condition compileText(String text) throws CelValidationException, CelEvaluationException {
    CelBuilder builder =
        CelFactory.standardCelBuilder()
            .setOptions(BOUNDED)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(SimpleType.BOOL);
    variables.forEach(builder::addVar);
    if (anyVariable) {
      fields(text, builder.build()).forEach(name -> builder.addVar(name, SimpleType.DYN));
    }
    Cel cel = builder.build();
    return new CelCondition(text, cel.createProgram(cel.compile(text).getAst()));
  }

  private static Iterable<String> fields(String text, Cel cel) throws CelValidationException {
    return CelNavigableAst.fromAst(cel.parse(text).getAst())
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == ExprKind.Kind.IDENT)
        .map(node -> node.expr().ident().name())
        .filter(name -> !name.startsWith("@"))
        .collect(Collectors.toSet());
  }

  private String explain(String text, CelValidationException wrong) {
    CelIssue first = wrong.getErrors().getFirst();
    CelSourceLocation at = first.getSourceLocation();
    String known =
        first.getMessage().startsWith("undeclared reference") && !anyVariable
            ? "; known are "
                + variables.keySet().stream().sorted().collect(Collectors.joining(", "))
            : "";
    String line = text.lines().skip(Math.max(0, at.getLine() - 1)).findFirst().orElse(text);
    return "%s%s%n    %s%n    %s^"
        .formatted(
            first.getMessage().replace(" (in container '')", ""),
            known,
            line,
            " ".repeat(Math.clamp(at.getColumn(), 0, line.length())));
  }
}
