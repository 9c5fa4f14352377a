package org.trackno.number;

public record NumberFormat(String id) {}
