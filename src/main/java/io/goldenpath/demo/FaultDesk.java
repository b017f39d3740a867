package io.goldenpath.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Switches behaviours on and off by JSON, and lists them. */
final class FaultDesk {

  private static final String NONE = "none";
  private static final Set<String> NAMELESS = Set.of(Visitor.GUEST, Visitor.UNKNOWN);

  private final DemoFaults switches;
  private final DemoAccounts accounts;

  FaultDesk(DemoFaults switches, DemoAccounts accounts) {
    this.switches = switches;
    this.accounts = accounts;
  }

  /** Takes an order; empty when it was carried out, else what is wrong with it. */
  Optional<String> order(String body) {
    try {
      return order(Json.MAPPER.readTree(body));
    } catch (JacksonException ex) {
      return Optional.of("not JSON: " + ex.getOriginalMessage());
    } catch (IllegalArgumentException ex) {
      return Optional.ofNullable(ex.getMessage());
    }
  }

  /** What is on, and what there is. */
  ObjectNode list() {
    ObjectNode list = Json.object();
    List<JsonNode> on = switches.on().stream().map(FaultDesk::describe).toList();
    list.putArray("on").addAll(on);
    ObjectNode faults = list.putObject("faults");
    Fault.all().forEach(fault -> faults.put(fault.label(), fault.sentence()));
    ObjectNode variants = list.putObject("variants");
    Variant.all().forEach(variant -> variants.put(variant.label(), variant.sentence()));
    return list;
  }

  private Optional<String> order(JsonNode order) {
    String label = order.path("fault").stringValue("");
    if (label.equals(NONE)) {
      switches.switchOff();
      return Optional.empty();
    }
    DemoScope scope = new DemoScope(user(order), count(order, "runs"), count(order, "connections"));
    Optional<DemoBehaviour> behaviour = DemoBehaviour.of(label);
    behaviour.ifPresent(known -> switches.switchOn(known, scope));
    return behaviour.isPresent()
        ? Optional.empty()
        : Optional.of("no fault '" + label + "'; GET /demo/faults lists those there are");
  }

  private @Nullable String user(JsonNode order) {
    String user = order.path("user").stringValue(null);
    if (user != null && !NAMELESS.contains(user) && !accounts.knows(user)) {
      throw new IllegalArgumentException("no user '" + user + "'");
    }
    return user;
  }

  private static @Nullable Integer count(JsonNode order, String field) {
    JsonNode count = order.path(field);
    if (count.isMissingNode() || count.isNull()) {
      return null;
    }
    if (!count.isInt()) {
      throw new IllegalArgumentException(field + " must be a whole number, but is " + count);
    }
    return count.intValue();
  }

  private static JsonNode describe(DemoFaults.Switched on) {
    ObjectNode line = Json.object().put("fault", on.behaviour().label());
    DemoScope scope = on.scope();
    return line.put("user", scope.user())
        .put("runs", scope.runs())
        .put("connections", scope.connections());
  }
}
