package org.headroom.queuepressure;

/** What a request wants to connect. The two are never added. */
enum Side {
    GENERATION,
    LOAD
}
