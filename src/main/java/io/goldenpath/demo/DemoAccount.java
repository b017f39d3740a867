package io.goldenpath.demo;

import io.goldenpath.model.target.Secret;

/**
 * Somebody who may log in.
 *
 * @param id Subject of the account's tokens.
 * @param email Name at the login.
 * @param password Made anew at each start.
 */
public record DemoAccount(String id, String email, Secret password) {}
