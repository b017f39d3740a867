package io.goldenpath.settings.keys;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Planned maintenance, in which verdict and alerts stay quiet: from and to for once, cron and for
 * for again and again.
 *
 * @param cron When it begins, in six fields from the second on, such as 0 0 2 * * SUN.
 * @param length How long it lasts, from each beginning on.
 * @param zone Time zone of cron, and of from and to where they name no offset; UTC if absent.
 * @param from When it begins, such as 2026-12-01T22:00.
 * @param to When it ends.
 * @param why Reason that pages and API show.
 */
public record MaintenanceProperties(
    @Nullable String cron,
    @Name("for") @Nullable Duration length,
    @Nullable String zone,
    @Nullable String from,
    @Nullable String to,
    @Nullable String why) {}
