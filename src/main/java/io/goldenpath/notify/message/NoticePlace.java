package io.goldenpath.notify.message;

import io.goldenpath.incident.Incident;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which monitor tells.
 *
 * @param location Where it stands.
 * @param page Where people open its pages; null where nobody has said.
 */
public record NoticePlace(String location, @Nullable URI page) {

  public Optional<String> home() {
    return Optional.ofNullable(page).map(URI::toString);
  }

  /** The page of its probe. */
  public Optional<String> probe(Incident incident) {
    return address(
        "/targets/" + incident.probe().target() + "/" + incident.probe().journey().label());
  }

  Optional<String> run(String id) {
    return address("/runs/" + id);
  }

  /** Where it is acknowledged. */
  public Optional<String> acknowledgement(Incident incident) {
    return address(acknowledgementPath(incident));
  }

  static String acknowledgementPath(Incident incident) {
    return "/api/incidents/" + incident.id() + "/ack";
  }

  private Optional<String> address(String path) {
    return Optional.ofNullable(page).map(root -> root + path);
  }
}
