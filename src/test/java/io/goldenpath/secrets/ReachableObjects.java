package io.goldenpath.secrets;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All objects of ours that can be reached from some of them. */
final class ReachableObjects {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();

  static List<Object> from(Collection<?> roots) throws IllegalAccessException {
    ReachableObjects reachableObjects = new ReachableObjects();
    roots.forEach(reachableObjects::see);
    reachableObjects.walk();
    return reachableObjects.seen.stream().filter(ReachableObjects::ours).toList();
  }

  private void walk() throws IllegalAccessException {
    while (!open.isEmpty()) {
      Object next = open.poll();
      switch (next) {
        case Collection<?> all -> new ArrayList<>(all).forEach(this::see);
        case Map<?, ?> map -> {
          List.copyOf(map.keySet()).forEach(this::see);
          new ArrayList<>(map.values()).forEach(this::see);
        }
        case Optional<?> one -> one.ifPresent(this::see);
        case AtomicReference<?> one -> see(one.get());
        default -> fields(next);
      }
    }
  }

  private void fields(Object owner) throws IllegalAccessException {
    if (!ours(owner)) {
      return;
    }
    for (Class<?> type = owner.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !field.getType().isPrimitive()
            && type.getName().startsWith("io.goldenpath")) {
          field.setAccessible(true);
          see(field.get(owner));
        }
      }
    }
  }

  private void see(@Nullable Object object) {
    if (object != null && seen.add(object)) {
      open.add(object);
    }
  }

  private static boolean ours(Object object) {
    return object.getClass().getName().startsWith("io.goldenpath.")
        && !object.getClass().getName().startsWith("io.goldenpath.secrets")
        && !object.getClass().isEnum();
  }
}
