package io.goldenpath.settings.keys;

import io.goldenpath.settings.keys.value.FailedRuns;
import io.goldenpath.settings.keys.value.Percentage;
import io.goldenpath.settings.keys.value.RunInterval;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** What may stand beneath a key, as the records of the settings say. */
public sealed interface KeySchema {

  /** Records that are written as one value. */
  Set<Class<?>> SCALAR_RECORDS = Set.of(FailedRuns.class, RunInterval.class, Percentage.class);

  /** Everything under {@code goldenpath}. */
  KeySchema ROOT = union(false, GoldenPathProperties.class, LevelProperties.class);

  /** Keys of these names. */
  record FixedKeys(Map<String, KeySchema> keys) implements KeySchema {}

  /** Keys of any name. */
  record AnyKeys(KeySchema each) implements KeySchema {}

  /**
   * Members without a name.
   *
   * @param orOne Whether the only member may stand in place of the list.
   */
  record Items(KeySchema each, boolean orOne) implements KeySchema {}

  /** A value, and no keys. */
  record Scalar() implements KeySchema {}

  /** Whatever the reader of the key makes of it. */
  record Unchecked() implements KeySchema {}

  /** Every key there is, with NAME for a name and [] for a member of a list. */
  static Map<String, KeySchema> all() {
    Map<String, KeySchema> all = new LinkedHashMap<>();
    collect("goldenpath", ROOT, all);
    return all;
  }

  private static void collect(String key, KeySchema schema, Map<String, KeySchema> all) {
    all.put(key, schema);
    switch (schema) {
      case FixedKeys fixed ->
          fixed.keys().forEach((name, each) -> collect(key + "." + name, each, all));
      case AnyKeys any -> collect(key + ".NAME", any.each(), all);
      case Items items -> collect(key + "[]", items.each(), all);
      case Scalar _, Unchecked _ -> {}
    }
  }

  /** What may stand at this element of a key; empty where nothing may. */
  default Optional<KeySchema> child(ConfigurationPropertyName name, int element) {
    boolean index = name.isNumericIndex(element);
    return switch (this) {
      case FixedKeys fixed ->
          fixed.keys().entrySet().stream()
              .filter(key ->
                  key.getKey().replace("-", "").equals(name.getElement(element, Form.UNIFORM)))
              .map(Map.Entry::getValue)
              .findFirst();
      case AnyKeys any -> index ? Optional.empty() : Optional.of(any.each());
      case Items items when index -> Optional.of(items.each());
      case Items items -> items.orOne() ? items.each().child(name, element) : Optional.empty();
      case Scalar _ -> Optional.empty();
      case Unchecked unchecked -> Optional.of(unchecked);
    };
  }

  /** The shape of what is read as this type. */
  static KeySchema of(Type type) {
    return of(type, false);
  }

  private static KeySchema of(Type type, boolean orOne) {
    if (type instanceof ParameterizedType of) {
      Type[] arguments = of.getActualTypeArguments();
      return of.getRawType() == Map.class
          ? new AnyKeys(of(arguments[1], orOne))
          : new Items(of(arguments[0], orOne), orOne);
    }
    if (type instanceof Class<?> record && record.isRecord() && !SCALAR_RECORDS.contains(record)) {
      return union(orOne || record == DialectProperties.class, record);
    }
    boolean open =
        type == Object.class || (type instanceof Class<?> map && Map.class.isAssignableFrom(map));
    return open ? new Unchecked() : new Scalar();
  }

  /** The keys of records that are written at the same level. */
  private static FixedKeys union(boolean orOne, Class<?>... records) {
    Map<String, KeySchema> keys = new LinkedHashMap<>();
    for (Class<?> record : records) {
      for (Parameter part : record.getDeclaredConstructors()[0].getParameters()) {
        Name name = part.getAnnotation(Name.class);
        add(
            keys,
            name == null ? DataObjectPropertyName.toDashedForm(part.getName()) : name.value(),
            of(part.getParameterizedType(), orOne));
      }
    }
    return new FixedKeys(keys);
  }

  private static void add(Map<String, KeySchema> keys, String name, KeySchema schema) {
    int dot = name.indexOf('.');
    if (SameLevel.is(name) && schema instanceof FixedKeys part) {
      keys.putAll(part.keys());
    } else if (dot > 0 && keys.get(name.substring(0, dot)) instanceof FixedKeys block) {
      block.keys().put(name.substring(dot + 1), schema);
    } else {
      keys.put(name, schema);
    }
  }
}
