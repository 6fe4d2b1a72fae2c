package pokemon.report;

import java.util.Optional;

/**
 * What a run was asked for, in the user's words.
 *
 * @param source where images come from
 * @param shard which part of the ids, such as 2/4, when it is not all of them
 */
public record RunRequest(String source, Optional<String> shard) {}
