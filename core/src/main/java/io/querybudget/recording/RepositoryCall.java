package io.querybudget.recording;

/**
 * The call of a Spring Data method.
 *
 * @param method such as {@code OrderRepository.findOpen}
 * @param isInherited whether the repository inherits the method instead of declaring it
 */
record RepositoryCall(String method, boolean isInherited) {}
