"""How samples arrive: decoders, the sample clock, MQTT, recordings and the simulator."""
