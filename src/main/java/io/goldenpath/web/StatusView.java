package io.goldenpath.web;

import java.util.List;

/**
 * The status page.
 *
 * @param headline The truth about everything.
 * @param cards One for each probe, worst first.
 */
record StatusView(Headline headline, List<CardView> cards) {}
