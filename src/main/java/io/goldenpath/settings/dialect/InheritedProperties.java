package io.goldenpath.settings.dialect;

import io.goldenpath.settings.keys.DialectProperties;
import io.goldenpath.settings.keys.DialectProperties.CloseProperties;
import io.goldenpath.settings.keys.DialectProperties.FramingProperties;
import io.goldenpath.settings.keys.DialectProperties.JsonFramingProperties;
import io.goldenpath.settings.keys.DialectProperties.ResumeProperties;
import io.goldenpath.settings.keys.DialectProperties.SendingProperties;
import io.goldenpath.settings.keys.DialectProperties.StompFramingProperties;
import io.goldenpath.settings.keys.JsonTemplate;
import io.goldenpath.settings.keys.MeaningProperties;
import io.goldenpath.settings.keys.MeaningProperties.EndProperties;
import io.goldenpath.settings.keys.MeaningProperties.FieldPlaces;
import io.goldenpath.settings.keys.MeaningProperties.NameProperties;
import io.goldenpath.settings.keys.MeaningProperties.OutcomeProperties;
import io.goldenpath.settings.keys.MeaningProperties.RelevanceProperties;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a dialect has from the one that it extends: all that it does not write itself. */
final class InheritedProperties {

  /** Blocks whose keys are inherited one by one; others as a whole. */
  private static final Set<Class<?>> BLOCKS =
      Set.of(
          DialectProperties.class,
          FramingProperties.class,
          JsonFramingProperties.class,
          StompFramingProperties.class,
          SendingProperties.class,
          ResumeProperties.class,
          CloseProperties.class,
          MeaningProperties.class,
          RelevanceProperties.class,
          NameProperties.class,
          OutcomeProperties.class,
          FieldPlaces.class,
          EndProperties.class);

  private InheritedProperties() {}

  static DialectProperties of(DialectProperties own, DialectProperties base) {
    return block(own, base);
  }

  private static <T> T block(T own, T base) {
    Class<?> type = own.getClass();
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values = new Object[parts.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        values[i] = value(parts[i].getAccessor().invoke(own), parts[i].getAccessor().invoke(base));
      }
      @SuppressWarnings("unchecked") // the constructor of the same type
      T whole = (T) type.getDeclaredConstructor(types).newInstance(values);
      return whole;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable Object value(@Nullable Object own, @Nullable Object base) {
    if (own == null || base == null) {
      return own == null ? base : own;
    }
    if (BLOCKS.contains(own.getClass())) {
      return block(own, base);
    }
    if (own instanceof Record block && isEmpty(block)) {
      return base;
    }
    return own instanceof Map<?, ?> map && !(own instanceof JsonTemplate)
        ? both(map, (Map<?, ?>) base)
        : own;
  }

  private static Map<Object, Object> both(Map<?, ?> own, Map<?, ?> base) {
    Map<Object, Object> both = new LinkedHashMap<>(base);
    both.putAll(own);
    return both;
  }

  /** A block that stands for one of which nothing is written. */
  private static boolean isEmpty(Record block) {
    return Arrays.stream(block.getClass().getRecordComponents())
        .allMatch(part -> {
          try {
            return part.getAccessor().invoke(block) == null;
          } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
          }
        });
  }
}
