package io.goldenpath.settings;

import io.goldenpath.probe.Secret;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.unit.DataSize;

/** Goes on binding after a value that cannot be read, and writes down what would be right. */
final class CollectingBindHandler extends AbstractBindHandler {

  private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{([^}:]+)[^}]*}");
  private static final Pattern UNITLESS = Pattern.compile("[+-]?\\d+");

  private final Mistakes mistakes;

  CollectingBindHandler(BindHandler parent, Mistakes mistakes) {
    super(parent);
    this.mistakes = mistakes;
  }

  @Override
  public @Nullable Object onSuccess(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
    String text = result instanceof Secret secret ? secret.reveal() : result.toString();
    Matcher unresolved = UNRESOLVED.matcher(text);
    if ((result instanceof String || result instanceof Secret) && unresolved.find()) {
      mistakes.add(name.toString(), "the variable " + unresolved.group(1) + " is not set anywhere");
    }
    if (timed(result)) {
      duration(name, context);
    }
    return super.onSuccess(name, target, context, result);
  }

  @Override
  public @Nullable Object onFailure(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error)
      throws Exception {
    if (context.getConfigurationProperty() == null
        || !context.getConfigurationProperty().getName().equals(name)) {
      return super.onFailure(name, target, context, error);
    }
    Object raw = context.getConfigurationProperty().getValue();
    Matcher unresolved = UNRESOLVED.matcher(String.valueOf(raw));
    mistakes.add(
        name.toString(),
        unresolved.find()
            ? "the variable " + unresolved.group(1) + " is not set anywhere"
            : "expected " + expected(target) + ", but found '" + raw + "'");
    return null;
  }

  private void duration(ConfigurationPropertyName name, BindContext context) {
    if (context.getConfigurationProperty() == null) {
      return;
    }
    String raw = String.valueOf(context.getConfigurationProperty().getValue()).strip();
    if (raw.startsWith("-")) {
      mistakes.add(name.toString(), "a duration must not be negative, but is " + raw);
    } else if (UNITLESS.matcher(raw).matches() && !raw.equals("0")) {
      mistakes.add(
          name.toString(),
          "a duration needs a unit, such as %sms or %ss, but is %s".formatted(raw, raw, raw));
    }
  }

  private static boolean timed(Object result) {
    return result instanceof Duration
        || result instanceof Every
        || (result instanceof LimitProperties limit && limit.alone());
  }

  private static String expected(Bindable<?> target) {
    Class<?> type = target.getType().toClass();
    if (type == Duration.class || type == LimitProperties.class) {
      return "a duration such as 500ms, 10s or 2m";
    }
    if (type == Every.class) {
      return "a duration such as 60s, or never";
    }
    if (type == DataSize.class) {
      return "a size such as 512KB or 4MB";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return type == Integer.class || type == int.class ? "a whole number" : "another value";
  }
}
