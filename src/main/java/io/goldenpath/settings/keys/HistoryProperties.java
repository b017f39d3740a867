package io.goldenpath.settings.keys;

import io.goldenpath.settings.keys.value.RunInterval;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long the history remembers.
 *
 * @param runs What came of each run.
 * @param transcripts Frames of the runs that keep theirs, or never.
 * @param size Most that runs and transcripts may take; the oldest good ones go first.
 * @param aggregates Sums of each hour; those of five minutes stay for 14 days at most.
 */
public record HistoryProperties(
    @DefaultValue("14d") Duration runs,
    @DefaultValue("14d") RunInterval transcripts,
    @DefaultValue("1GB") DataSize size,
    @DefaultValue("400d") Duration aggregates) {}
