package io.goldenpath.settings.keys;

import io.goldenpath.settings.keys.access.AccessProperties;
import io.goldenpath.settings.keys.notify.NotifyProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Everything under {@code goldenpath}, as it is written.
 *
 * @param location Where the monitor stands; a label on every series.
 * @param targets Deployments under watch, by name.
 * @param dialects Dialects beside the bundled ones, by name.
 * @param contracts Contracts beside the bundled one, by name.
 * @param demo The demo platform.
 * @param access Who may read, and who may act.
 * @param history How long the history remembers.
 * @param data Folder of the history's database file; not used where spring.datasource.url names a
 *     PostgreSQL, nor with the demo alone.
 * @param metrics What metrics tell.
 * @param links What a run's page links to, unless its target says otherwise.
 * @param telling Who is told of incidents.
 */
@ConfigurationProperties("goldenpath")
public record GoldenPathProperties(
    @DefaultValue("local") String location,
    @DefaultValue Map<String, TargetProperties> targets,
    @DefaultValue Map<String, DialectProperties> dialects,
    @DefaultValue Map<String, ContractProperties> contracts,
    @DefaultValue DemoProperties demo,
    @DefaultValue @NestedConfigurationProperty AccessProperties access,
    @DefaultValue @NestedConfigurationProperty HistoryProperties history,
    @DefaultValue("./data") String data,
    @DefaultValue @NestedConfigurationProperty MetricsProperties metrics,
    @DefaultValue @NestedConfigurationProperty LinksProperties links,
    @DefaultValue @Name("notify") @NestedConfigurationProperty NotifyProperties telling) {

  /** With these targets and dialects, which are bound one by one. */
  public GoldenPathProperties with(
      Map<String, TargetProperties> eachTarget, Map<String, DialectProperties> eachDialect) {
    return new GoldenPathProperties(
        location,
        eachTarget,
        eachDialect,
        contracts,
        demo,
        access,
        history,
        data,
        metrics,
        links,
        telling);
  }

  /**
   * The demo platform.
   *
   * @param enabled Whether it runs inside the monitor and is watched; on where no target is
   *     configured.
   */
  public record DemoProperties(@Nullable Boolean enabled) {}
}
