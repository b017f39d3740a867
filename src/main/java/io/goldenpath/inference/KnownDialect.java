package io.goldenpath.inference;

/**
 * A dialect, and the contract that goes with it.
 *
 * @param why What the settings say of it.
 */
public record KnownDialect(String name, String contract, String why) {}
