/**
 * Loaded before the app's server. When the process that started it is gone, for whatever reason, the channel
 * between the two closes, and the server ends as well: a killed start leaves nothing on the port.
 */
process.once('disconnect', () => process.exit(0));
