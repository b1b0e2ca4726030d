package nl.leerspoor.platform.sealing;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of proof, which are never in the database, and where checkpoints go besides it. A key is given by itself or by
 * the file that it is in.
 *
 * @param macKey              keys of the codes over events, one a line, the newest first
 * @param macKeyFile          the file that has them
 * @param signingKey          the key that signs checkpoints; a node without one seals nothing
 * @param signingKeyFile      the file that has it
 * @param checkpointsTo       a folder that who runs the database should not be able to write
 * @param makeMissingKeys     whether files of keys that are not there are made
 * @param sealWithoutCodesUpTo the position up to which events are sealed though their code is missing or wrong: 0, unless
 *                            somebody has looked at them and wants to go on
 */
@ConfigurationProperties("leerspoor.proof")
record ProofProperties(
        @DefaultValue("") String macKey,
        Path macKeyFile,
        @DefaultValue("") String signingKey,
        Path signingKeyFile,
        Path checkpointsTo,
        @DefaultValue("false") boolean makeMissingKeys,
        @DefaultValue("0") long sealWithoutCodesUpTo) {}
