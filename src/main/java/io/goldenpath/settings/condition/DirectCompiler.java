package io.goldenpath.settings.condition;

import static io.goldenpath.settings.condition.DirectExpression.Failure.ERROR;
import static io.goldenpath.settings.condition.DirectExpression.Failure.UNSURE;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.ExprKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an expression in CEL one that needs no copy of the message, where it consists of names,
 * members, constants, comparisons with {@code ==}, {@code !=} and {@code in}, and what joins them.
 */
final class DirectCompiler {

  private DirectCompiler() {}

  /** Null where it has something else in it. */
  static @Nullable DirectExpression compile(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> constant(expression.constant());
      case IDENT -> {
        String name = expression.ident().name();
        yield message -> DirectValues.of(message.raw(name));
      }
      case SELECT -> select(expression.select());
      case CALL -> call(expression.call());
      default -> null;
    };
  }

  private static @Nullable DirectExpression constant(CelConstant constant) {
    Object value = value(constant);
    return value == null ? null : _ -> value;
  }

  private static @Nullable Object value(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> constant.stringValue();
      case BOOLEAN_VALUE -> constant.booleanValue();
      case INT64_VALUE -> constant.int64Value();
      case NULL_VALUE -> DirectValues.NULL;
      default -> null;
    };
  }

  private static @Nullable DirectExpression select(CelSelect select) {
    String field = select.field();
    return unary(
        select.operand(),
        select.testOnly()
            ? of -> DirectValues.hasMember(of, field)
            : of -> DirectValues.member(of, field));
  }

  private static @Nullable DirectExpression call(CelCall call) {
    List<CelExpr> operands = new ArrayList<>();
    call.target().ifPresent(operands::add);
    operands.addAll(call.args());
    CelExpr first = operands.getFirst();
    CelExpr last = operands.getLast();
    return switch (operands.size()) {
      case 1 ->
          switch (call.function()) {
            case "!_" -> unary(first, DirectCompiler::not);
            case "size" -> unary(first, DirectValues::size);
            case "string" -> unary(first, DirectValues::text);
            default -> null;
          };
      case 2 ->
          switch (call.function()) {
            case "_&&_" -> joined(first, last, false);
            case "_||_" -> joined(first, last, true);
            case "_==_" -> binary(first, last, DirectValues::equal);
            case "_!=_" -> binary(first, last, (one, other) -> not(DirectValues.equal(one, other)));
            case "_+_" -> binary(first, last, DirectCompiler::concatenated);
            case "_[_]" -> item(first, last);
            case "@in" -> in(first, last);
            case "startsWith" -> texts(first, last, String::startsWith);
            case "endsWith" -> texts(first, last, String::endsWith);
            case "contains" -> texts(first, last, String::contains);
            default -> null;
          };
      case 3 -> call.function().equals("_?_:_") ? choice(operands) : null;
      default -> null;
    };
  }

  private static @Nullable DirectExpression unary(CelExpr operand, UnaryOperator<Object> operator) {
    DirectExpression of = compile(operand);
    return of == null ? null : message -> operator.apply(of.value(message));
  }

  private static @Nullable DirectExpression binary(
      CelExpr left, CelExpr right, BinaryOperator<Object> operator) {
    DirectExpression one = compile(left);
    DirectExpression other = compile(right);
    return one == null || other == null
        ? null
        : message -> operator.apply(one.value(message), other.value(message));
  }

  /** What one side decides needs no other, and makes good what the other lacks. */
  private static @Nullable DirectExpression joined(CelExpr left, CelExpr right, Boolean decides) {
    DirectExpression one = compile(left);
    DirectExpression other = compile(right);
    return one == null || other == null
        ? null
        : message -> {
          Object first = one.value(message);
          if (first.equals(decides) || first == UNSURE) {
            return first;
          }
          Object second = other.value(message);
          if (second.equals(decides) || second == UNSURE) {
            return second;
          }
          return first instanceof Boolean && second instanceof Boolean ? second : ERROR;
        };
  }

  private static @Nullable DirectExpression choice(List<CelExpr> operands) {
    DirectExpression when = compile(operands.get(0));
    DirectExpression then = compile(operands.get(1));
    DirectExpression otherwise = compile(operands.get(2));
    return when == null || then == null || otherwise == null
        ? null
        : message ->
            switch (when.value(message)) {
              case Boolean holds -> (holds ? then : otherwise).value(message);
              case Object value -> value == UNSURE ? UNSURE : ERROR;
            };
  }

  private static @Nullable DirectExpression item(CelExpr of, CelExpr index) {
    if (index.getKind() != ExprKind.Kind.CONSTANT) {
      return null;
    }
    return switch (index.constant().getKind()) {
      case STRING_VALUE -> {
        String name = index.constant().stringValue();
        yield unary(of, value -> DirectValues.member(value, name));
      }
      case INT64_VALUE -> {
        int place = Math.clamp(index.constant().int64Value(), -1, Integer.MAX_VALUE);
        yield unary(of, value -> DirectValues.item(value, place));
      }
      default -> null;
    };
  }

  private static @Nullable DirectExpression in(CelExpr value, CelExpr list) {
    if (list.getKind() != ExprKind.Kind.LIST) {
      return null;
    }
    List<Object> constants = new ArrayList<>();
    for (CelExpr element : list.list().elements()) {
      Object constant =
          element.getKind() == ExprKind.Kind.CONSTANT ? value(element.constant()) : null;
      if (constant == null) {
        return null;
      }
      constants.add(constant);
    }
    return unary(value, one -> isAmong(one, constants));
  }

  private static Object isAmong(Object value, List<Object> constants) {
    Object found = value instanceof DirectExpression.Failure ? value : false;
    for (Object constant : constants) {
      if (!Boolean.FALSE.equals(found)) {
        break;
      }
      found = DirectValues.equal(value, constant);
    }
    return found;
  }

  private static Object not(Object value) {
    return value instanceof Boolean holds ? !holds : value == UNSURE ? UNSURE : ERROR;
  }

  private static Object concatenated(Object one, Object other) {
    if (one instanceof String first && other instanceof String second) {
      return first + second;
    }
    return one == ERROR || other == ERROR ? ERROR : UNSURE;
  }

  private static @Nullable DirectExpression texts(
      CelExpr left, CelExpr right, BiPredicate<String, String> compare) {
    return binary(
        left,
        right,
        (one, other) ->
            one instanceof String first && other instanceof String second
                ? compare.test(first, second)
                : one == UNSURE || other == UNSURE ? UNSURE : ERROR);
  }
}
