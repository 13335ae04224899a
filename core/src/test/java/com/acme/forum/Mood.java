package com.acme.forum;

/** How a topic goes. */
public enum Mood {
    CALM,
    HEATED,
    CLOSED,
    LOCKED
}
