package io.goldenpath.model.target;

/** Which addresses of a name are connected to, always in the resolver's order. */
public enum AddressChoice {
  /** Each in turn until one answers. */
  ANY,
  FIRST,
  IPV4,
  IPV6
}
