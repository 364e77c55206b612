const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** 256 short words each, of things that everybody can picture; without accents and ñ, so that they are typed alike on any keyboard. */
export const SPANISH_WORDS = list(`
  abeja abrigo aceite acero agua aguja alambre album alfombra algodon alma almeja altar amigo ancla anillo anzuelo arado arana arbol arco
  arena arpa arroz asa astro atun avena avion azucar azul bahia baile balcon ballena balsa banco bandera barba barco barrio barro baston
  bata baul beca bello beso bicho blusa boca bodega bolsa bomba borde bosque bota botella brasa brazo brillo brisa broma bruja bufanda buho
  burbuja burro cabra cactus cadena cafe caja calle cama camino campo canal canoa canto capa cara carne carta casa castor cebra ceja cena
  cera cerro cesta chango chile cielo cinco cine cinta ciruela clavo cobre coco codo cofre cola collar coma conejo copa coral corcho correo
  corto costa cuadro cubo cuento cuerda cueva dado danza dedo delfin diente disco dosis ducha dulce durazno eco elote enero escoba espejo
  estufa faja fardo farol fecha feria fiesta flauta flecha flor foca foco fogata fresa frijol fruta fuego fuente gallo ganso garza gato
  globo goma gorra gota grano grillo gruta guante guitarra hacha harina helado hielo higo hilo hoja hongo hora horno hotel huerto hueso
  humo imagen isla jabon jarra jaula jefe jinete jirafa joya juego jugo lago lampara lana lapiz lata leche leon libro limon lince lira
  llama llave lluvia lobo loro luna lupa madera maleta mango mapa mar marco martes masa mesa metro miel mina molino mono monte mosca motor
  mueble museo nave nido nieve nube nuez oca oliva olla onda oreja oro oso oveja paloma papel pared parque pastel pato pera perla piano
  piedra pino playa pluma puente puerta queso
`);

export const ENGLISH_WORDS = list(`
  acorn alarm album amber anchor angle ankle apple apron arch arena army arrow artist atlas attic autumn bacon badge bagel baker bamboo
  banana banjo barn basin basket beach beard beaver bell belt bench berry bike bird blade blanket boat bolt bone book boot bottle bowl
  branch bread brick bridge broom brush bubble bucket bugle butter button cabin cable cactus camel camera candle canoe canyon carbon carpet
  carrot castle cedar cello chain chair chalk cheese cherry chess chimney circle cliff clock cloud clover coal coast coconut coffee coin
  comet compass copper coral cork corner cotton cradle crane crayon cricket crown crystal curtain daisy desert desk dinner diver dolphin
  donkey dragon drawer drum eagle earth elbow engine envelope falcon farmer feather fence ferry fiddle field finger fire flag flame flute
  forest fork fossil fountain fox frame frog fruit funnel garden garlic giant ginger glacier glass globe glove goat gold grape grass guitar
  hammer harbor harvest hawk helmet heron hill honey horse hotel island ivory jacket jaguar jelly jewel jungle kettle kitchen kite ladder
  lagoon lake lamp lantern leaf lemon letter lily lion lizard lobster locket lunar magnet mango maple marble market meadow melon mirror
  monkey moon motor mountain mouse museum napkin needle nest nickel north oasis ocean olive onion orange orbit otter oven owl oyster paddle
  palace paper parrot peach peanut pebble pencil pepper piano pillow pilot pine planet plum pocket pond potato prism pumpkin puzzle quartz
  rabbit radio raft rain ribbon river robot rocket saddle sailor salmon shadow sheep silver spider sponge spoon stone sugar tiger tulip
`);
