package io.goldenpath.settings.keys;

import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which share of the scheduled runs is to be good.
 *
 * @param objective The share, such as 99.5%; without it there is no objective.
 * @param over The time that is looked back on, 30d if absent.
 * @param good Which runs are good, passed if absent: passed, or not-failed for degraded ones too.
 */
public record SloProperties(
    @Nullable String objective, @Nullable Duration over, @Nullable GoodRuns good) {}
