package io.goldenpath.settings.service;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.access.AccessRole;

/**
 * One who signs in with a name and a password.
 *
 * @param password As it is written, which may be its hash behind {@link
 *     AccessSettingsReader#BCRYPT}.
 */
public record AccessUser(String name, Secret password, AccessRole role) {}
