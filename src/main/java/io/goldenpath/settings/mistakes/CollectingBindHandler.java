package io.goldenpath.settings.mistakes;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.KeySchema;
import io.goldenpath.settings.keys.TimeLimitProperties;
import io.goldenpath.settings.keys.value.FailedRuns;
import io.goldenpath.settings.keys.value.Percentage;
import io.goldenpath.settings.keys.value.RunInterval;
import io.goldenpath.settings.source.Variables;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Collects binding errors instead of ending at the first, and says what would be right. */
public final class CollectingBindHandler extends AbstractBindHandler {

  private static final Pattern UNITLESS = Pattern.compile("[+-]?\\d+");

  private static final Set<Class<?>> DURATION_TYPES =
      Set.of(Duration.class, RunInterval.class, TimeLimitProperties.class);

  private static final Map<Class<?>, String> EXPECTED =
      Map.ofEntries(
          Map.entry(Duration.class, "a duration such as 500ms, 10s or 2m"),
          Map.entry(TimeLimitProperties.class, "a duration such as 500ms, 10s or 2m"),
          Map.entry(RunInterval.class, "a duration such as 60s, or never"),
          Map.entry(Percentage.class, "a share from 0% to 100%"),
          Map.entry(FailedRuns.class, "so many of at most 20 runs, as in 2 of 3"),
          Map.entry(DataSize.class, "a size such as 512KB or 4MB"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(Integer.class, "a whole number"),
          Map.entry(
              Secret.class,
              "a text: put it in quotes, or YAML takes it for a number or a truth value"));

  private final Variables variables;
  private final Mistakes mistakes;

  public CollectingBindHandler(Variables variables, Mistakes mistakes) {
    this.variables = variables;
    this.mistakes = mistakes;
  }

  @Override
  public @Nullable Object onSuccess(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
    ConfigurationProperty written = context.getConfigurationProperty();
    if (written != null
        && written.getName().equals(name)
        && !reportVariables(name, written.getValue())) {
      check(target.getType().toClass(), written, result);
    }
    return super.onSuccess(name, target, context, result);
  }

  private void check(Class<?> type, ConfigurationProperty written, Object result) {
    String key = written.getName().toString();
    if (result instanceof Secret) {
      PlainTextSecrets.warn(written, mistakes);
    } else if (result instanceof DataSize size && size.toBytes() <= 0) {
      mistakes.unreadable(key, "a size must be larger than zero");
    } else {
      durationProblem(type, written.getValue())
          .ifPresent(problem -> mistakes.unreadable(key, problem));
    }
  }

  @Override
  public @Nullable Object onFailure(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error)
      throws Exception {
    if (error instanceof UnboundConfigurationPropertiesException unbound
        && (mistakes.hasUnreadableItem(name.toString()) || hasUnknownKey(unbound))) {
      return null;
    }
    Optional<Object> written = written(name, context);
    if (written.isEmpty()) {
      return super.onFailure(name, target, context, error);
    }
    if (isEmptyMap(target.getType(), written.get())) {
      return null;
    }
    Class<?> type = elementType(target.getType());
    if (!reportVariables(name, written.get())) {
      String seen = isPrintable(type) && !isForeign(name) ? seen(written.get()) : "";
      mistakes.unreadable(
          name.toString(),
          durationProblem(type, written.get()).orElse("expected " + expected(name, type) + seen));
    }
    return null;
  }

  /** Whether a member of a list has only keys that are reported as unknown. */
  private static boolean hasUnknownKey(UnboundConfigurationPropertiesException unbound) {
    return unbound.getUnboundProperties().stream()
        .anyMatch(property -> KeyValidator.schema(property.getName()).isEmpty());
  }

  /** What Spring makes of <code>{}</code>. */
  private static boolean isEmptyMap(ResolvableType type, Object written) {
    return type.toClass() == Map.class && written.equals("");
  }

  private static Class<?> elementType(ResolvableType type) {
    return ClassUtils.resolvePrimitiveIfNecessary(
        Collection.class.isAssignableFrom(type.toClass())
            ? type.getGeneric().toClass()
            : type.toClass());
  }

  private static Optional<Object> written(ConfigurationPropertyName name, BindContext context) {
    return StreamSupport.stream(context.getSources().spliterator(), false)
        .map(source -> source.getConfigurationProperty(name))
        .flatMap(Stream::ofNullable)
        .map(ConfigurationProperty::getValue)
        .findFirst();
  }

  private Optional<String> durationProblem(Class<?> type, Object written) {
    String text = String.valueOf(variables.resolvePlaceholders(written)).strip();
    if (!DURATION_TYPES.contains(type)) {
      return Optional.empty();
    }
    if (text.startsWith("-")) {
      return Optional.of("a duration must not be negative" + seen(written));
    }
    return UNITLESS.matcher(text).matches() && !text.equals("0")
        ? Optional.of("a duration needs a unit, such as 500ms or 10s" + seen(written))
        : Optional.empty();
  }

  private boolean reportVariables(ConfigurationPropertyName name, Object written) {
    Optional<String> problem = variables.problem(written);
    problem.ifPresent(missing -> mistakes.unreadable(name.toString(), missing));
    return problem.isPresent();
  }

  /** Values of such a type may be repeated: none is a secret in the wrong place. */
  private static boolean isPrintable(Class<?> type) {
    return type == TimeLimitProperties.class
        || (type != Secret.class && KeySchema.of(type) instanceof KeySchema.Scalar);
  }

  /** Spring's own keys, of which there is no record of ours. */
  private static boolean isForeign(ConfigurationPropertyName name) {
    return !KeyValidator.PREFIX.isAncestorOf(name);
  }

  private static String seen(@Nullable Object value) {
    return ", but found '" + value + "'";
  }

  private static String expected(ConfigurationPropertyName name, Class<?> type) {
    if (EXPECTED.containsKey(type)) {
      return EXPECTED.get(type);
    }
    if (isForeign(name)) {
      return "other keys beneath it";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return KeyValidator.schema(name).orElse(null) instanceof KeySchema.FixedKeys fixed
        ? "keys beneath it: " + String.join(", ", fixed.keys().keySet())
        : "another value";
  }
}
