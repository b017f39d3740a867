package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.DemoAccounts;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.DemoUser;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Switches behaviours on and off by JSON, and lists them. */
final class FaultsHandler {

  private static final String NONE = "none";
  private static final Set<String> NAMELESS = Set.of(DemoUser.GUEST, DemoUser.UNKNOWN);

  private final FaultCatalogue catalogue;
  private final DemoFaults switches;
  private final DemoAccounts accounts;

  FaultsHandler(FaultCatalogue catalogue, DemoFaults switches, DemoAccounts accounts) {
    this.catalogue = catalogue;
    this.switches = switches;
    this.accounts = accounts;
  }

  ServerResponse order(ServerRequest request) throws IOException {
    try {
      order(DemoJson.read(request.servletRequest().getInputStream()));
      return list();
    } catch (JacksonException ex) {
      return DemoReply.refusal(422, "not JSON: " + ex.getOriginalMessage()).response();
    } catch (IllegalArgumentException ex) {
      return DemoReply.refusal(422, String.valueOf(ex.getMessage())).response();
    }
  }

  ServerResponse list() {
    ObjectNode list = DemoJson.object();
    ArrayNode on = list.putArray("on");
    switches.on().forEach(one -> describe(one, on.addObject()));
    catalogue.faults().forEach(fault -> describe(fault, list.withObject("/faults")));
    list.putObject("variants");
    catalogue.variants().forEach(variant -> describe(variant, list.withObject("/variants")));
    return DemoReply.json(200, list).response();
  }

  private void order(JsonNode order) {
    String name = order.path("fault").stringValue("");
    if (name.equals(NONE)) {
      switches.switchOff();
      return;
    }
    DemoScope scope = new DemoScope(user(order), count(order, "runs"), count(order, "connections"));
    DemoBehaviour behaviour =
        catalogue
            .named(name)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "no fault '" + name + "'; GET /demo/faults lists those there are"));
    if (only(order)) {
      switches.switchTo(behaviour, scope);
    } else {
      switches.switchOn(behaviour, scope);
    }
  }

  private static boolean only(JsonNode order) {
    JsonNode only = order.path("only");
    if (!only.isMissingNode() && !only.isBoolean()) {
      throw new IllegalArgumentException("only must be true or false, but is " + only);
    }
    return only.booleanValue(false);
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

  private static void describe(DemoBehaviour behaviour, ObjectNode list) {
    list.put(behaviour.name(), behaviour.description());
  }

  private static void describe(DemoFaults.Switched on, ObjectNode line) {
    line.put("fault", on.behaviour().name())
        .put("user", on.scope().user())
        .put("runs", on.scope().runs())
        .put("connections", on.scope().connections());
  }
}
