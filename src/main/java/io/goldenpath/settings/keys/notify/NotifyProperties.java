package io.goldenpath.settings.keys.notify;

import io.goldenpath.settings.keys.value.RunInterval;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of incidents.
 *
 * @param page Address at which people open the monitor's pages, for the links in messages.
 * @param groupWait How long an incident waits for others that are told in the same message.
 * @param remind How often an open incident is told again until somebody acknowledges it, or never.
 * @param receivers Who can be told, by name.
 * @param routes What is told to whom; without any, everything to all receivers.
 */
public record NotifyProperties(
    @Nullable String page,
    @DefaultValue("10s") Duration groupWait,
    @DefaultValue("never") RunInterval remind,
    @DefaultValue Map<String, ReceiverProperties> receivers,
    @DefaultValue List<RouteProperties> routes) {}
