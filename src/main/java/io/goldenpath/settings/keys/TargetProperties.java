package io.goldenpath.settings.keys;

import io.goldenpath.model.target.AddressChoice;
import io.goldenpath.model.target.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * One deployment under watch.
 *
 * @param access How a user reaches it.
 * @param dialect Dialect that reads its frames.
 * @param contract Contract with the assertions about its runs; without it, default for the dialect
 *     agent-events and plain for any other.
 * @param level What may also stand for all targets.
 * @param journeys What is tried, by name; without any, the golden path.
 * @param links What the page of one of its runs links to.
 * @param labels What else is known of it, such as whose it is, by label: at most 10, on its series
 *     goldenpath_target_info, pages and health, and on its alerts where the rules name them.
 */
@ConfigurationPropertiesSource
public record TargetProperties(
    @Name(SameLevel.FIRST) @NestedConfigurationProperty AccessProperties access,
    @DefaultValue(AGENT_EVENTS) String dialect,
    String contract,
    @Name(SameLevel.SECOND) @NestedConfigurationProperty LevelProperties level,
    @DefaultValue Map<String, JourneyProperties> journeys,
    @NestedConfigurationProperty LinksProperties links,
    @DefaultValue Map<String, String> labels) {

  private static final String AGENT_EVENTS = "agent-events";

  public TargetProperties {
    access = WrittenOr.defaults(access, AccessProperties.class);
    contract = contract == null ? contractOf(dialect) : contract;
    level = WrittenOr.defaults(level, LevelProperties.class);
    links = WrittenOr.defaults(links, LinksProperties.class);
  }

  private static String contractOf(String dialect) {
    return dialect.equals(AGENT_EVENTS) ? "default" : "plain";
  }

  /**
   * How a user reaches a target.
   *
   * @param login How its users log in.
   * @param prepare HTTP calls before each run's socket is opened, with the user's token; what they
   *     capture are variables from there on.
   * @param cleanup HTTP calls after each run, with the user's token.
   * @param socket Where its agents are spoken to.
   * @param users Its accounts.
   * @param proxy HTTP proxy that login, calls and socket go through, as http://proxy:3128, or
   *     environment for what HTTP_PROXY, HTTPS_PROXY and NO_PROXY say; without it, none.
   * @param addresses Which of a name's addresses are connected to, in the resolver's order: any, of
   *     which each is tried in turn, first, ipv4 or ipv6.
   * @param release What tells its release; without it, only who posts markers.
   */
  public record AccessProperties(
      @NestedConfigurationProperty LoginProperties login,
      @DefaultValue List<RequestProperties> prepare,
      @DefaultValue List<RequestProperties> cleanup,
      @NestedConfigurationProperty SocketProperties socket,
      @DefaultValue List<UserProperties> users,
      @Nullable Secret proxy,
      @DefaultValue("any") AddressChoice addresses,
      @NestedConfigurationProperty ReleaseProperties release) {

    public AccessProperties {
      login = WrittenOr.defaults(login, LoginProperties.class);
      socket = WrittenOr.defaults(socket, SocketProperties.class);
      release = WrittenOr.defaults(release, ReleaseProperties.class);
    }
  }
}
