package io.goldenpath.settings.condition;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import io.goldenpath.dialect.definition.MessageExpression;
import io.goldenpath.model.target.Condition;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles CEL conditions over what its variables name; a caret marks where one is wrong. */
public enum ConditionCompiler {
  REPLY(
      Map.of(
          "status", SimpleType.INT,
          "headers", MapType.create(SimpleType.STRING, SimpleType.STRING),
          "location", SimpleType.STRING,
          "body", SimpleType.DYN,
          "cookies", MapType.create(SimpleType.STRING, SimpleType.STRING))),
  ANSWER(
      Map.of(
          "answer", SimpleType.STRING,
          "event", MapType.create(SimpleType.STRING, SimpleType.DYN),
          "nonce", SimpleType.STRING,
          "sum", SimpleType.INT,
          "seconds", SimpleType.DOUBLE)),
  /** The fields of the frame are the variables, whatever their names, and it is one itself. */
  FRAME(Map.of()),
  /** A message in a dialect that is described. */
  MESSAGE(
      Map.of(
          "frame",
          SimpleType.DYN,
          "name",
          SimpleType.STRING,
          "args",
          ListType.create(SimpleType.DYN),
          "ack",
          SimpleType.DYN,
          "headers",
          MapType.create(SimpleType.STRING, SimpleType.STRING),
          "vars",
          MapType.create(SimpleType.STRING, SimpleType.DYN)));

  private static final CelOptions BOUNDED =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(10_000)
          .build();
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");

  private final SortedMap<String, CelType> variables;

  ConditionCompiler(Map<String, CelType> variables) {
    this.variables = new TreeMap<>(variables);
  }

  /** Null where nothing is written or, with a mistake, the condition is wrong. */
  public @Nullable Condition compile(SettingKey at, @Nullable String text) {
    Compiled compiled = compiled(at, "condition", text, SimpleType.BOOL);
    if (text == null || compiled == null) {
      return null;
    }
    CelCondition condition = new CelCondition(text, compiled.program());
    DirectExpression direct = direct(compiled);
    if (direct != null) {
      return new DirectCondition(direct, condition);
    }
    return this == FRAME ? new FrameCondition(condition) : condition;
  }

  /** An expression of any type; null where, with a mistake, it is wrong. */
  public @Nullable MessageExpression expression(SettingKey at, String text) {
    Compiled compiled = compiled(at, "expression", text, SimpleType.DYN);
    if (compiled == null) {
      return null;
    }
    CelExpression expression = new CelExpression(text, compiled.program());
    DirectExpression direct = direct(compiled);
    return direct == null ? expression : new DirectMessageExpression(direct, expression);
  }

  private @Nullable DirectExpression direct(Compiled compiled) {
    return this == MESSAGE ? DirectCompiler.compile(compiled.ast().getExpr()) : null;
  }

  private record Compiled(Program program, CelAbstractSyntaxTree ast) {}

  private @Nullable Compiled compiled(
      SettingKey at, String what, @Nullable String text, CelType result) {
    if (text == null) {
      return null;
    }
    try {
      return compiled(text, result);
    } catch (CelValidationException wrong) {
      at.wrong("is no " + what + ": " + explain(text, wrong));
    } catch (CelEvaluationException wrong) {
      at.wrong("is no " + what + ": " + wrong.getMessage());
    }
    return null;
  }

  private Compiled compiled(String text, CelType result)
      throws CelValidationException, CelEvaluationException {
    CelBuilder builder =
        CelFactory.plannerCelBuilder()
            .setOptions(BOUNDED)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(result);
    variables.forEach(builder::addVar);
    if (this == FRAME) {
      identifiers(text, builder.build()).forEach(name -> builder.addVar(name, SimpleType.DYN));
    }
    Cel cel = builder.build();
    CelAbstractSyntaxTree ast = cel.compile(text).getAst();
    return new Compiled(cel.createProgram(ast), ast);
  }

  /** Names that are read as {@code vars.NAME} or {@code vars['NAME']}; empty where it is wrong. */
  public static Set<String> variablesRead(String text) {
    try {
      Cel cel =
          CelFactory.plannerCelBuilder()
              .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
              .build();
      return CelNavigableAst.fromAst(cel.parse(text).getAst())
          .getRoot()
          .allNodes()
          .flatMap(node -> variableRead(node.expr()))
          .collect(Collectors.toSet());
    } catch (CelValidationException _) {
      return Set.of();
    }
  }

  private static Stream<String> variableRead(CelExpr node) {
    if (node.getKind() == ExprKind.Kind.SELECT) {
      return isVariables(node.select().operand())
          ? Stream.of(node.select().field())
          : Stream.empty();
    }
    if (node.getKind() != ExprKind.Kind.CALL || node.call().args().size() != 2) {
      return Stream.empty();
    }
    CelExpr index = node.call().args().getLast();
    return isVariables(node.call().args().getFirst())
            && index.getKind() == ExprKind.Kind.CONSTANT
            && index.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Stream.of(index.constant().stringValue())
        : Stream.empty();
  }

  private static boolean isVariables(CelExpr node) {
    return node.getKind() == ExprKind.Kind.IDENT && node.ident().name().equals("vars");
  }

  private static Iterable<String> identifiers(String text, Cel cel) throws CelValidationException {
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
    String line = text.lines().skip(Math.max(0, at.getLine() - 1)).findFirst().orElse(text);
    int column = Math.clamp(at.getColumn(), 0, line.length());
    Matcher name = IDENTIFIER.matcher(line).region(column, line.length());
    boolean unknown = this != FRAME && name.lookingAt() && !variables.containsKey(name.group());
    return "%s%n    %s%n    %s^"
        .formatted(
            unknown
                ? SpellingSuggestion.unknown("variable", name.group(), variables.keySet())
                : first.getMessage(),
            line,
            " ".repeat(column));
  }
}
