package io.goldenpath.settings.keys;

import io.goldenpath.model.target.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What tells the release of a target; one of get and header.
 *
 * @param get Address that is asked for it beside each run, https, http, or a path on the host of
 *     login.url.
 * @param at JSON pointer to the release in the answer to get.
 * @param header Header of the login's or the upgrade's reply that names it.
 */
public record ReleaseProperties(
    @Nullable Secret get, @Nullable String at, @Nullable String header) {}
